// SPDX-License-Identifier: MIT
using System.Text.Json;

namespace Bulkhead.Toolchain;

/// <summary>Builds a C# project to IL with the SDK.</summary>
public static class DotnetBuild
{
    private static readonly string[] _rootFiles =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
        "global.json", ".editorconfig", "eng/BannedSymbols.txt",
    ];

    /// <summary>Builds when a source of the project, or of one it refers to, has changed.</summary>
    /// <param name="context">Where progress goes.</param>
    /// <param name="projectPath">The project file.</param>
    /// <returns>The assembly of the project and those of its references, itself first.</returns>
    /// <exception cref="ToolchainException">
    /// The build failed; the compiler's words are included.
    /// </exception>
    public static IReadOnlyList<string> Run(ToolchainContext context, string projectPath)
    {
        ProjectFile project = ProjectFile.Load(projectPath);
        IReadOnlyList<ProjectFile> closure = project.Closure();
        string key = Key(context, closure);
        string record = Path.Combine(
            context.NativeDirectory, "il", project.AssemblyName + ".assemblies");
        if (Current(record, key) is { } known)
            return known;
        context.Report($"build {context.Display(project.Path)}");
        string target = Build(project);
        string folder = Path.GetDirectoryName(target)!;
        List<string> assemblies =
        [
            target,
            .. closure.Skip(1)
                .Select(other => Path.Combine(folder, other.AssemblyName + ".dll"))
                .Where(File.Exists)
                .Order(StringComparer.Ordinal),
        ];
        Directory.CreateDirectory(Path.GetDirectoryName(record)!);
        File.WriteAllLines(record, [key, .. assemblies.Select(Line)]);
        return assemblies;
    }

    private static string Build(ProjectFile project)
    {
        var tool = new ExternalTool("dotnet") { Condense = Errors };
        // One process: helper processes would keep our pipes open after the build.
        tool.Run(
            ["build", project.Path, "-c", "Release", "-m:1", "-nodeReuse:false", "--nologo",
             "-v:quiet", "-clp:NoSummary"],
            project.Folder);
        string answer = tool.Run(
            ["msbuild", project.Path, "-p:Configuration=Release", "-nologo",
             "-getProperty:TargetPath", "-getProperty:TargetName"],
            project.Folder);
        using JsonDocument document = JsonDocument.Parse(answer);
        JsonElement properties = document.RootElement.GetProperty("Properties");
        return properties.GetProperty("TargetPath").GetString()!;
    }

    // The build repeats its errors in a summary and names the project behind each.
    private static IEnumerable<string> Errors(IReadOnlyList<string> lines)
    {
        string[] errors = [.. lines.Where(line => line.Contains(": error ")).Distinct()];
        return errors.Length > 0 ? errors : lines;
    }

    private static string Key(ToolchainContext context, IReadOnlyList<ProjectFile> closure)
    {
        var hash = new ContentHash();
        foreach (string file in _rootFiles)
            hash.AddFile(context.InRepository(file));
        foreach (ProjectFile project in closure)
        {
            hash.AddFile(project.Path);
            foreach (string source in project.Sources.Concat(project.Imports))
                hash.AddFile(source);
        }
        return hash.Finish();
    }

    // The record counts only while every assembly still has the bytes that were seen.
    private static List<string>? Current(string record, string key)
    {
        if (!File.Exists(record))
            return null;
        string[] lines = File.ReadAllLines(record);
        if (lines.Length < 2 || lines[0] != key)
            return null;
        List<string> assemblies = [.. lines.Skip(1).Select(line => line[65..])];
        bool same = assemblies.All(File.Exists)
            && lines.Skip(1).SequenceEqual(assemblies.Select(Line));
        return same ? assemblies : null;
    }

    private static string Line(string assembly) => ContentHash.OfFile(assembly) + " " + assembly;
}
