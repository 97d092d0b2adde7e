// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;
using Bulkhead.Toolchain.Frames;
using Bulkhead.Toolchain.Names;

namespace Bulkhead.Toolchain;

/// <summary>What a native build is made from.</summary>
/// <param name="Name">Name of the result, without extension.</param>
/// <param name="ProjectPath">The C# project whose references are compiled with it.</param>
/// <param name="AssemblySources">Assembly files, linked before the compiled code.</param>
/// <param name="LinkerScript">Linker script.</param>
/// <param name="OutputFolder">Folder for objects and the result.</param>
public sealed record NativeProgram(
    string Name,
    string ProjectPath,
    IReadOnlyList<string> AssemblySources,
    string LinkerScript,
    string OutputFolder)
{
    /// <summary>Assembly files that are linked only when something asks for a symbol of
    /// theirs.</summary>
    public IReadOnlyList<string> OptionalSources { get; init; } = [];

    /// <summary>Options of the native compiler.</summary>
    public IlcOptions Options { get; init; } = new();

    /// <summary>Project of the core library.</summary>
    public string CoreLibrary { get; init; } =
        ManagedRuntime.CoreLibrary(PartitionTier.Static);

    /// <summary>Assemblies of the framework that names are resolved with.</summary>
    public IReadOnlyList<string> References { get; init; } = Ilc.Facades;

    /// <summary>More options of the linker.</summary>
    public IReadOnlyList<string> LinkerOptions { get; init; } = [];

    /// <summary>Assemblies besides those of the project.</summary>
    public IReadOnlyList<string> MoreAssemblies { get; init; } = [];

    /// <summary>Whether the program gets tables of frames, names and source lines.</summary>
    public bool WantsTables { get; init; }

    /// <summary>Runs every step that is not up to date; the gates are not run.</summary>
    /// <param name="context">Where progress goes.</param>
    /// <returns>Where everything lies.</returns>
    /// <exception cref="ToolchainException">A step failed.</exception>
    public NativeBuildOutput Build(ToolchainContext context)
    {
        Directory.CreateDirectory(OutputFolder);
        IReadOnlyList<string> assemblies =
            [.. DotnetBuild.Run(context, ProjectPath), .. MoreAssemblies];
        string coreLibrary =
            DotnetBuild.Run(context, context.InRepository(CoreLibrary))[0];
        string compiled = Path.Combine(OutputFolder, Name + ".il.o");
        Ilc.Compile(context, [.. assemblies, coreLibrary], References, compiled, Options);
        List<string> objects =
            [.. AssemblySources.Select(source => Object(context, source)), compiled];
        string program = Path.Combine(OutputFolder, Name + ".elf");
        objects.AddRange(OptionalObjects(context));
        if (WantsTables)
            objects.AddRange(
                Tables(context, objects, [.. assemblies, coreLibrary, .. References]));
        Linker.Link(context, objects, LinkerScript, program, LinkerOptions);
        return new NativeBuildOutput(
            program, compiled, assemblies, coreLibrary,
            [.. AssemblySources, .. OptionalSources, .. Included()]);
    }

    private IEnumerable<string> OptionalObjects(ToolchainContext context)
    {
        if (OptionalSources.Count == 0)
            yield break;
        string archive = Path.Combine(OutputFolder, Name + ".optional.a");
        Archiver.Archive(
            context, [.. OptionalSources.Select(source => Object(context, source))], archive);
        yield return archive;
    }

    // The program is linked without them first: it tells where things are.
    private List<string> Tables(
        ToolchainContext context, IReadOnlyList<string> objects, IReadOnlyList<string> assemblies)
    {
        string nameless = Path.Combine(OutputFolder, Name + ".nameless.elf");
        Linker.Link(context, objects, LinkerScript, nameless, LinkerOptions);
        string folder = Path.Combine(OutputFolder, "names");
        Directory.CreateDirectory(folder);
        string frames = Path.Combine(folder, "frames.S");
        string names = Path.Combine(folder, "names.S");
        var hash = new ContentHash().AddFile(nameless);
        foreach (string assembly in assemblies) hash.AddFile(assembly);
        hash.AddFile(typeof(NameTable).Assembly.Location);
        var stamp = new BuildStamp(names, hash.Finish());
        if (!stamp.IsCurrent || !File.Exists(frames))
        {
            stamp.Begin();
            ElfFile elf = ElfFile.Read(nameless);
            TypeCatalogue types = TypeCatalogue.Read(assemblies);
            File.WriteAllText(frames, FrameTable.Make(elf));
            File.WriteAllText(names,
                NameTable.Make(context, elf, types, folder) + ConstructorList.Make(elf, types));
            stamp.Complete();
        }
        return [Object(context, frames), Object(context, names)];
    }

    // What assembly files include lies beside them or one folder above.
    private IEnumerable<string> Included() => AssemblySources
        .Select(source => Path.GetDirectoryName(source)!)
        .SelectMany(folder => new[] { folder, Path.GetDirectoryName(folder)! }).Distinct()
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.inc"))
        .Order(StringComparer.Ordinal);

    private string Object(ToolchainContext context, string source)
    {
        // Files of different folders may have the same name.
        string place = context.Display(source).Replace('/', '.').TrimStart('.');
        string output = Path.Combine(OutputFolder, Path.ChangeExtension(place, ".o"));
        Assembler.Assemble(context, source, output);
        return output;
    }
}
