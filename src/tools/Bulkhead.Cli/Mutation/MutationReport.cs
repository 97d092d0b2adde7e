// SPDX-License-Identifier: MIT
using System.Text.Json;

namespace Bulkhead.Cli.Mutation;

/// <summary>Reads Stryker's report, schema 2 of the mutation testing elements.</summary>
public static class MutationReport
{
    /// <summary>Reads what became of the mutants of some files.</summary>
    /// <param name="json">The report.</param>
    /// <param name="kernelFolder">Full path of the kernel's sources.</param>
    /// <param name="hashes">The files asked for, from that folder, and hashes of their
    /// texts.</param>
    /// <returns>A result for each file; a file without a mutant has an empty one.</returns>
    /// <exception cref="FormatException">It is no such report.</exception>
    public static IReadOnlyList<FileMutation> Read(
        string json, string kernelFolder, IReadOnlyDictionary<string, string> hashes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            Dictionary<string, JsonElement> files = document.RootElement.GetProperty("files")
                .EnumerateObject().ToDictionary(
                    file => Path.GetRelativePath(kernelFolder, file.Name).Replace('\\', '/'),
                    file => file.Value);
            return [.. hashes.Select(file => files.TryGetValue(file.Key, out JsonElement found)
                ? ReadFile(file.Key, file.Value, found)
                : new FileMutation(file.Key, file.Value, 0, 0, []))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException
            or InvalidOperationException)
        {
            throw new FormatException($"the mutation report cannot be read: {e.Message}", e);
        }
    }

    private static FileMutation ReadFile(string name, string hash, JsonElement file)
    {
        string[] lines = file.GetProperty("source").GetString()!.Split('\n');
        int killedCount = 0, timeoutCount = 0;
        List<Mutant> survivors = [];
        foreach (JsonElement mutant in file.GetProperty("mutants").EnumerateArray())
        {
            string status = mutant.GetProperty("status").GetString()!;
            if (status == "Killed") killedCount++;
            if (status == "Timeout") timeoutCount++;
            if (status is "Survived" or "NoCoverage")
            {
                survivors.Add(ReadMutant(name, lines, mutant, status == "Survived"));
            }
        }

        return new FileMutation(name, hash, killedCount, timeoutCount, survivors);
    }

    private static Mutant ReadMutant(
        string name, string[] lines, JsonElement mutant, bool isReached)
    {
        JsonElement start = mutant.GetProperty("location").GetProperty("start");
        JsonElement end = mutant.GetProperty("location").GetProperty("end");
        int line = start.GetProperty("line").GetInt32();
        int lastLine = end.GetProperty("line").GetInt32();
        IEnumerable<string> text = lines.Take(lastLine).Select((content, index) =>
            index == lastLine - 1 ? content[..(end.GetProperty("column").GetInt32() - 1)] : content)
            .Skip(line - 1)
            .Select((content, index) =>
                index == 0 ? content[(start.GetProperty("column").GetInt32() - 1)..] : content);
        string replacement = mutant.TryGetProperty("replacement", out JsonElement value)
            ? value.GetString() ?? "" : "";
        return new Mutant(
            name, line, OneLine(string.Join(' ', text)), OneLine(replacement), isReached);
    }

    private static string OneLine(string text) => string.Join(
        ' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
