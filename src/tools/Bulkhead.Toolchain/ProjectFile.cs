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
    /// C# sources of the folder, in a fixed order, and those of other folders that the project
    /// names one by one; results of builds are left out.
    /// </summary>
    public IReadOnlyList<string> Sources => [.. Files("*.cs"), .. Named("Compile")];

    /// <summary>Assembly sources of the folder, in a fixed order.</summary>
    public IReadOnlyList<string> AssemblySources => Files("*.S");

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
        .Select(include => System.IO.Path.GetFullPath(
            System.IO.Path.Combine(Folder, include.Replace('\\', '/'))));

    private List<string> Files(string pattern)
    {
        string[] made = [Folder + "/bin/", Folder + "/obj/"];
        return [.. Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories)
            .Where(file => !made.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)];
    }
}
