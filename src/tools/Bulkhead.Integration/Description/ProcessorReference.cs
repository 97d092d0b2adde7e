// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Description;

/// <summary>Resolves the number of a processor.</summary>
public static class ProcessorReference
{
    /// <summary>Reads a key whose value is the number of a processor.</summary>
    /// <param name="section">The section with the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="owner">Who is on it, for messages: <c>partition `linux`</c>.</param>
    /// <param name="cpuCount">Processors that run.</param>
    /// <returns>The processor; 0 when absent or wrong, which has been reported.</returns>
    public static int Read(SectionReader section, string key, string owner, int cpuCount) =>
        section.Number(key) is ulong cpu
        && IsThere(section.Diagnostics, section.MarkOf(key), owner, cpu, cpuCount) ? (int)cpu : 0;

    /// <summary>Reads a key whose value is a list of numbers of processors.</summary>
    /// <param name="section">The section with the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="owner">Who is on them, for messages.</param>
    /// <param name="cpuCount">Processors that run.</param>
    /// <returns>The processors that are there; others have been reported.</returns>
    public static IReadOnlyList<int> ReadList(
        SectionReader section, string key, string owner, int cpuCount) =>
        [.. section.NumberList(key)
            .Where(item => IsThere(section.Diagnostics, item.Mark, owner, item.Value, cpuCount))
            .Select(item => (int)item.Value)];

    private static bool IsThere(
        DiagnosticBag diagnostics, SourceMark mark, string owner, ulong cpu, int cpuCount)
    {
        if (cpu < (ulong)cpuCount)
        {
            return true;
        }

        string known = cpuCount == 1 ? "processor 0 alone runs"
            : $"processors 0 to {cpuCount - 1} run";
        diagnostics.Error(DiagnosticId.NoSuchProcessor, mark,
            $"{owner} is for processor {cpu}, {known}",
            $"write `cpus: {cpu + 1}` at the top, or name another processor");
        return false;
    }
}
