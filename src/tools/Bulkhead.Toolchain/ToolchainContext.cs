// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain;

/// <summary>Where a build works and whom it tells about its steps.</summary>
public sealed class ToolchainContext
{
    private readonly Action<string> _progress;

    /// <summary>Makes a context.</summary>
    /// <param name="repositoryRoot">Folder that holds <c>src/corelib</c>.</param>
    /// <param name="artifactsDirectory">
    /// Where results go; <c>artifacts</c> in the root when null. It is made when missing.
    /// </param>
    /// <param name="progress">Gets one short sentence for each step that really runs.</param>
    public ToolchainContext(
        string repositoryRoot, string? artifactsDirectory = null, Action<string>? progress = null)
    {
        RepositoryRoot = Path.GetFullPath(repositoryRoot);
        ArtifactsDirectory =
            Path.GetFullPath(artifactsDirectory ?? Path.Combine(RepositoryRoot, "artifacts"));
        _progress = progress ?? (_ => { });
    }

    /// <summary>Folder that holds <c>src/corelib</c>, absolute.</summary>
    public string RepositoryRoot { get; }

    /// <summary>Where results go, absolute. Ignored by version control.</summary>
    public string ArtifactsDirectory { get; }

    /// <summary>Where objects and linked programs go.</summary>
    public string NativeDirectory => Path.Combine(ArtifactsDirectory, "native");

    /// <summary>Tells the user what is being done.</summary>
    /// <param name="sentence">Short, without a full stop.</param>
    public void Report(string sentence) => _progress(sentence);

    /// <summary>A path inside the repository.</summary>
    /// <param name="relative">Path with forward slashes.</param>
    public string InRepository(string relative) =>
        Path.GetFullPath(Path.Combine(RepositoryRoot, relative));

    /// <summary>The path as a user of the repository names it.</summary>
    public string Display(string path) =>
        path.StartsWith(RepositoryRoot + "/", StringComparison.Ordinal)
            ? Path.GetRelativePath(RepositoryRoot, path)
            : path;

    /// <summary>Finds the repository above a folder.</summary>
    /// <param name="startDirectory">Where to start; the program's own folder when null.</param>
    /// <param name="progress">Gets one short sentence for each step that really runs.</param>
    /// <exception cref="ToolchainException">No folder above is the repository.</exception>
    public static ToolchainContext Find(
        string? startDirectory = null, Action<string>? progress = null)
    {
        string start = startDirectory ?? AppContext.BaseDirectory;
        for (string? at = start; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, "src", "corelib", "Bulkhead.CoreLib.csproj")))
                return new ToolchainContext(at, progress: progress);
        }
        throw new ToolchainException($"No folder above {start} is a Bulkhead repository.");
    }
}
