// SPDX-License-Identifier: MIT
namespace Bulkhead.Repository.Tests.Tree;

/// <summary>The files of the repository, as they lie on the disk.</summary>
public static class RepositoryTree
{
    private const string Marker = "Bulkhead.slnx";

    private static readonly string[] s_skipped =
        ["artifacts", "bin", "obj", ".git", ".vs", ".vscode", ".idea", "TestResults"];

    /// <summary>Path of the repository's root.</summary>
    public static string Root { get; } = FindRoot();

    private static readonly Lazy<IReadOnlyList<SourceFile>> s_files = new(
        () => [.. Walk(Root).Where(path => !IsBinary(path))
            .Select(path => new SourceFile(ToTree(path), File.ReadAllText(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)]);

    /// <summary>Every text file.</summary>
    public static IReadOnlyList<SourceFile> Files => s_files.Value;

    /// <summary>The full path of a place in the tree.</summary>
    /// <param name="path">Path from the root.</param>
    public static string FullPath(string path) => Path.Combine(Root, path);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, Marker)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException($"no {Marker} above the tests");
    }

    private static IEnumerable<string> Walk(string folder)
    {
        IEnumerable<string> inside = Directory.GetDirectories(folder)
            .Where(path => !s_skipped.Contains(Path.GetFileName(path)));
        // In a linked work tree, .git is a file.
        return Directory.GetFiles(folder).Where(path => Path.GetFileName(path) != ".git")
            .Concat(inside.SelectMany(Walk));
    }

    private static bool IsBinary(string path)
    {
        Span<byte> head = stackalloc byte[512];
        using FileStream file = File.OpenRead(path);
        return head[..file.ReadAtLeast(head, head.Length, false)].Contains((byte)0);
    }

    private static string ToTree(string path) =>
        Path.GetRelativePath(Root, path).Replace('\\', '/');
}
