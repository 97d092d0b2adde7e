// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Output;
using Bulkhead.Integration.Description;
using Bulkhead.Integration.DeviceTree;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Emit;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;
using Bulkhead.Integration.Packages;
using Bulkhead.Toolchain;
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Cli.Building;

/// <summary>From a description to a bootable file.</summary>
/// <param name="workspace">The tree.</param>
public sealed class SystemBuilder(Workspace workspace)
{
    private readonly Dictionary<string, string> _programs = [];
    private readonly Dictionary<string, GuestSetup> _guests = [];

    /// <summary>Whether the gates' findings are shown for each program.</summary>
    public bool ShowsGates { get; init; }

    /// <summary>Reads a description.</summary>
    /// <param name="description">Its path.</param>
    /// <returns>The model; warnings have been shown.</returns>
    /// <exception cref="BuildFailedException">It has errors, which have been shown.</exception>
    public SystemModel Read(string description)
    {
        DiagnosticBag diagnostics = new();
        SystemModel? model = SystemReader.ReadFile(description, workspace.Root, diagnostics);
        workspace.Output.Show(diagnostics);
        return model ?? throw new BuildFailedException(ExitCode.BadInput);
    }

    /// <summary>Checks what can be checked without compiling and without the network.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="BuildFailedException">Something is wrong, which has been shown.</exception>
    public void CheckParts(SystemModel model)
    {
        DiagnosticBag diagnostics = new();
        TierCheck.Check(model, workspace.Toolchain, diagnostics);
        PayloadProvider payloads = new(workspace.Packages, ProgramFile);
        Prepare(model.VirtualMachines.Where(machine => machine.Kernel is not ProjectSource
            && payloads.IsLocal(machine.Kernel)
            && (machine.Initrd is null || payloads.IsLocal(machine.Initrd))), diagnostics);
        Finish(diagnostics);
    }

    /// <summary>Builds a system.</summary>
    /// <param name="description">Path of its description.</param>
    /// <param name="outputPath">Where the bootable file goes; null for the artifacts.</param>
    /// <returns>The system.</returns>
    /// <exception cref="BuildFailedException">Something is wrong, which has been shown.</exception>
    /// <exception cref="ToolchainException">A program does not compile.</exception>
    /// <exception cref="PackageException">The host's tools cannot be installed.</exception>
    public BuiltSystem Build(string description, string? outputPath)
    {
        SystemModel model = Read(description);
        CheckParts(model);
        workspace.EnsureTools();
        string kernel = Accept(
            KernelBuild.Run(workspace.Toolchain, model.Board.KernelProject));
        foreach (string project in SystemPreparer.Projects(model))
        {
            _programs[project] = Accept(PartitionBuild.Run(workspace.Toolchain, project));
        }

        DiagnosticBag diagnostics = new();
        Prepare(
            model.VirtualMachines.Where(machine => !_guests.ContainsKey(machine.Name)),
            diagnostics);
        SystemSetup? setup = new SystemPreparer(model, diagnostics)
            .Prepare(File.ReadAllBytes(kernel), ProgramFile, _guests);
        Finish(diagnostics);
        SystemImage image = SystemImageBuilder.Build(setup!);
        BoardFit.Check(model, image, diagnostics);
        Finish(diagnostics);
        string bootFile = outputPath ?? DefaultOutput(description);
        Write(bootFile, BootFile.Join(setup!.Kernel, image));
        return new BuiltSystem(model, bootFile, image, kernel, _programs);
    }

    private void Prepare(
        IEnumerable<VirtualMachineModel> machines, DiagnosticBag diagnostics)
    {
        GuestPreparer preparer = new(new PayloadProvider(workspace.Packages, ProgramFile),
            new TreeCompiler(workspace.Runner), diagnostics);
        foreach (VirtualMachineModel machine in machines.ToArray())
        {
            if (preparer.Prepare(machine) is GuestSetup guest)
            {
                _guests.Add(machine.Name, guest);
            }
        }
    }

    private ReadOnlyMemory<byte> ProgramFile(string project) =>
        File.ReadAllBytes(_programs[project]);

    private string Accept(NativeBuildResult result)
    {
        if (ShowsGates)
        {
            workspace.Output.Error.Write(new Spectre.Console.Text(result.Gates.ToText()));
        }

        if (result.Gates.Passed)
        {
            return result.ElfPath;
        }

        GateReport failed = result.Gates with
        {
            Results = [.. result.Gates.Results.Where(gate => !gate.Passed)],
        };
        throw new ToolchainException(failed.ToText().TrimEnd());
    }

    private string DefaultOutput(string description) => Path.Combine(workspace.Artifacts,
        "systems", Path.GetFileNameWithoutExtension(description) + ".img");

    private void Finish(DiagnosticBag diagnostics)
    {
        if (diagnostics.HasErrors)
        {
            workspace.Output.Show(diagnostics);
            throw new BuildFailedException(ExitCode.BadInput);
        }
    }

    // Written beside and moved: whoever reads the file sees the old one or the new one.
    private static void Write(string path, byte[] content)
    {
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string beside = $"{full}.{Environment.ProcessId}.tmp";
        File.WriteAllBytes(beside, content);
        File.Move(beside, full, overwrite: true);
    }
}
