// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Description;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Tests;

/// <summary>A small Bulkhead tree on disk, removed with the object.</summary>
public sealed class TestTree : IDisposable
{
    public TestTree()
    {
        Root = Directory.CreateTempSubdirectory("bulkhead-test-").FullName;
        foreach (string folder in new[]
        {
            "src/partitions/manager", "src/partitions/vmm", "src/partitions/console",
            "samples/control",
        })
        {
            AddProject(folder);
        }

        Write("systems/kernel.bin", [0, 1, 2, 3]);
    }

    public string Root { get; }

    public DiagnosticBag Diagnostics { get; } = new();

    public string Write(string path, byte[] content)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
        return full;
    }

    public void AddProject(string folder) =>
        Write(Path.Combine(folder, Path.GetFileName(folder) + ".csproj"), "<Project/>"u8.ToArray());

    public SystemModel? Read(string text) =>
        SystemReader.ReadText(Path.Combine(Root, "systems", "test.yaml"), text, Root, Diagnostics);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>A description in which the first of some text is replaced is refused, with this
    /// error at this line.</summary>
    public void RefusesChanged(
        string whole, string good, string bad, string id, int line, string expected)
    {
        Assert.Contains(good, whole, StringComparison.Ordinal);
        int at = whole.IndexOf(good, StringComparison.Ordinal);
        Assert.Null(Read(whole[..at] + bad + whole[(at + good.Length)..]));

        Diagnostic error = Diagnostics.Sorted().First(d => d.Severity == Severity.Error
            && d.Id == id);
        Assert.Contains(expected, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(line, error.Mark.Line);
    }
}
