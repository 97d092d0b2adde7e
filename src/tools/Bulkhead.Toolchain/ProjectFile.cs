// SPDX-License-Identifier: MIT
using System.Xml;
using System.Xml.Linq;

namespace Bulkhead.Toolchain;

/// <summary>
/// A C# project as far as a native build needs it: its name, sources and references.
/// </summary>
public sealed class ProjectFile
{
    private readonly XDocument _document;

    private ProjectFile(string path, XDocument document)
    {
        Path = path;
        _document = document;
    }

    /// <summary>The project file, absolute.</summary>
    public string Path { get; }

    /// <summary>The folder of the project file.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Name of the assembly, without extension.</summary>
    public string AssemblyName =>
        Property("AssemblyName") ?? System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Whether the project may hold unsafe code.</summary>
    public bool AllowsUnsafe =>
        string.Equals(Property("AllowUnsafeBlocks"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// C# sources of the folder, in a fixed order, then those of the folders that the property
    /// <c>BulkheadSharedSources</c> names, then files of other folders that the project names one
    /// by one; results of builds are left out.
    /// </summary>
    public IReadOnlyList<string> Sources =>
    [
        .. Files(Folder, "*.cs"), .. SharedFolders.SelectMany(folder => Files(folder, "*.cs")),
        .. Named("Compile"),
    ];

    /// <summary>Assembly sources of the folder, in a fixed order.</summary>
    public IReadOnlyList<string> AssemblySources => Files(Folder, "*.S");

    /// <summary>Files that the project file imports.</summary>
    public IReadOnlyList<string> Imports =>
        [.. _document.Descendants("Import").Select(item => item.Attribute("Project")?.Value)
            .OfType<string>().Select(Resolve)];

    private IEnumerable<string> SharedFolders =>
        (Property("BulkheadSharedSources") ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Resolve);

    /// <summary>Projects that this one names.</summary>
    public IEnumerable<ProjectFile> References => Named("ProjectReference").Select(Load);

    /// <summary>Reads a project file.</summary>
    /// <exception cref="ToolchainException">It is missing or no XML.</exception>
    public static ProjectFile Load(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        try
        {
            return new ProjectFile(full, XDocument.Load(full));
        }
        catch (Exception error) when (error is IOException or XmlException)
        {
            throw new ToolchainException($"The project {full} cannot be read: {error.Message}");
        }
    }

    /// <summary>This project and all that it needs, each once, itself first.</summary>
    public IReadOnlyList<ProjectFile> Closure()
    {
        var found = new Dictionary<string, ProjectFile>();
        var waiting = new Queue<ProjectFile>([this]);
        while (waiting.TryDequeue(out ProjectFile? project))
        {
            if (!found.TryAdd(project.Path, project))
                continue;
            foreach (ProjectFile reference in project.References)
                waiting.Enqueue(reference);
        }
        return [.. found.Values];
    }

    /// <summary>A property that the file itself sets; null when it does not.</summary>
    public string? Property(string name) => _document.Descendants(name).FirstOrDefault()?.Value;

    private IEnumerable<string> Named(string item) => _document.Descendants(item)
        .Select(element => element.Attribute("Include")?.Value)
        .OfType<string>()
        .Select(Resolve);

    private string Resolve(string relative) => System.IO.Path.GetFullPath(
        System.IO.Path.Combine(Folder, relative.Replace('\\', '/')));

    private static List<string> Files(string root, string pattern)
    {
        string[] made = [root + "/bin/", root + "/obj/"];
        return [.. Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
            .Where(file => !made.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)];
    }
}
