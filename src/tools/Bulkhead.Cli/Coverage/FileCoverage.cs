// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Coverage;

/// <summary>What the tests reached of one source file.</summary>
/// <param name="path">The file, from the root of the tree.</param>
public sealed class FileCoverage(string path)
{
    private readonly SortedDictionary<int, long> _lines = [];
    private readonly SortedDictionary<(int Line, int Offset, int Path), long> _branches = [];

    /// <summary>The file, from the root of the tree.</summary>
    public string Path { get; } = path;

    /// <summary>The folder that the file is counted in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path) ?? "";

    /// <summary>Lines with code.</summary>
    public int LineCount => _lines.Count;

    /// <summary>Ways out of conditions.</summary>
    public int BranchCount => _branches.Count;

    /// <summary>Lines that no test reached.</summary>
    public IReadOnlyList<int> UncoveredLines =>
        [.. _lines.Where(line => line.Value == 0).Select(line => line.Key)];

    /// <summary>The line of each way that no test took; a line with two of them is there
    /// twice.</summary>
    public IReadOnlyList<int> UncoveredBranches =>
        [.. _branches.Where(branch => branch.Value == 0).Select(branch => branch.Key.Line)];

    /// <summary>Counts visits of a line.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="hitCount">How often it was reached.</param>
    public void AddLine(int line, long hitCount) =>
        _lines[line] = _lines.GetValueOrDefault(line) + hitCount;

    /// <summary>Counts visits of one way out of a condition.</summary>
    /// <param name="line">The line of the condition, from 1.</param>
    /// <param name="offset">Where in the compiled method it is, so that two conditions on a line
    /// stay apart.</param>
    /// <param name="way">Which of its ways.</param>
    /// <param name="hitCount">How often it was taken.</param>
    public void AddBranch(int line, int offset, int way, long hitCount) =>
        _branches[(line, offset, way)] =
            _branches.GetValueOrDefault((line, offset, way)) + hitCount;
}
