// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Description;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Elf;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>
/// Joins a model, compiled programs and prepared guests, and checks that all fits.
/// </summary>
/// <param name="model">What the description says.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
public sealed class SystemPreparer(SystemModel model, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, ProgramImage?> _programs = [];

    /// <summary>The C# projects that the system needs, each once.</summary>
    /// <param name="model">A model.</param>
    /// <returns>Full paths of project files, the manager's first.</returns>
    public static IReadOnlyList<string> Projects(SystemModel model) =>
        [.. new[] { model.Manager }
            .Concat(model.Partitions.Select(ProjectOf))
            .Concat(model.VirtualMachines.Select(machine => machine.Kernel)
                .OfType<ProjectSource>().Select(source => source.Project))
            .Distinct()];

    /// <summary>Joins everything.</summary>
    /// <param name="kernelFile">ELF file of the kernel.</param>
    /// <param name="programFile">Gives the ELF file of a project.</param>
    /// <param name="guests">The guests by name; a guest that is missing was reported.</param>
    /// <returns>The setup, or null when something is wrong, which has been reported.</returns>
    public SystemSetup? Prepare(
        ReadOnlyMemory<byte> kernelFile,
        Func<string, ReadOnlyMemory<byte>> programFile,
        IReadOnlyDictionary<string, GuestSetup> guests)
    {
        KernelImage? kernel = ReadKernel(kernelFile);
        ProgramImage? manager =
            ReadProgram(model.Manager, SourceMark.OfFile(model.File), programFile);
        List<PartitionSetup> partitions = [];
        IReadOnlyList<uint> servers = ServerCpus.Find(model, ChannelTable.Of(model));
        foreach ((PartitionModel partition, uint cpus) in model.Partitions.Zip(servers))
        {
            ProgramImage? program =
                ReadProgram(ProjectOf(partition), partition.Mark, programFile);
            if (program is not null && CheckMemory(partition, program, cpus))
            {
                partitions.Add(new PartitionSetup(
                    partition, program, guests.GetValueOrDefault(partition.Name)));
            }
        }

        return kernel is null || manager is null || diagnostics.HasErrors ? null
            : new SystemSetup(model, kernel, manager, partitions);
    }

    private static string ProjectOf(PartitionModel partition) => partition switch
    {
        NativePartitionModel native => native.Project,
        VirtualMachineModel machine => machine.Monitor,
        _ => throw new InvalidOperationException("a partition of an unknown kind"),
    };

    private KernelImage? ReadKernel(ReadOnlyMemory<byte> file)
    {
        try
        {
            KernelImage kernel = KernelImage.Read(file);
            ulong expected = model.Board.MemoryBase + model.Board.LoadOffset;
            return kernel.LoadAddress == expected ? kernel : throw new ElfException(
                $"it is linked at 0x{kernel.LoadAddress:x}, the board wants 0x{expected:x}");
        }
        catch (ElfException e)
        {
            diagnostics.Error(DiagnosticId.BadProgram, SourceMark.OfFile(model.File),
                $"the kernel cannot be used: {e.Message}", "build the kernel again");
            return null;
        }
    }

    private ProgramImage? ReadProgram(
        string project, SourceMark mark, Func<string, ReadOnlyMemory<byte>> programFile)
    {
        if (_programs.TryGetValue(project, out ProgramImage? known))
        {
            return known;
        }

        string name = Path.GetFileNameWithoutExtension(project);
        try
        {
            known = ProgramImage.Read(name, programFile(project));
        }
        catch (ElfException e)
        {
            diagnostics.Error(DiagnosticId.BadProgram, mark,
                $"the program {name} cannot be used: {e.Message}",
                "link it with the SDK's start file and linker script");
        }

        _programs[project] = known;
        return known;
    }

    private bool CheckMemory(PartitionModel partition, ProgramImage program, uint servers)
    {
        if (partition is not NativePartitionModel native)
        {
            return true;
        }

        if (program.WritableSize <= native.MemorySize)
        {
            return CheckScopes(native, program, servers);
        }

        diagnostics.Error(DiagnosticId.ImageTooLarge, partition.Mark,
            $"the program {program.Name} needs {SizeText.Format(program.WritableSize)} for data "
            + $"and stacks, partition `{partition.Name}` has "
            + SizeText.Format(native.MemorySize), "give it more `memory`");
        return false;
    }

    // Something must be left for objects outside of scopes: the program does not start without.
    private bool CheckScopes(
        NativePartitionModel partition, ProgramImage program, uint servers)
    {
        ulong left = partition.MemorySize - program.WritableSize;
        UInt128 wanted = program.Scopes.Of(partition, servers, left);
        if (!program.Scopes.IsGiven || wanted < left)
        {
            return true;
        }

        diagnostics.Error(DiagnosticId.ImageTooLarge, partition.Mark,
            $"the program {program.Name} sets aside {wanted} bytes for scopes, partition "
            + $"`{partition.Name}` has {left} besides its program's data and stacks",
            "give it more `memory`, or its project smaller `BulkheadScopeBytes`, "
            + "`BulkheadServerScopeBytes` or `BulkheadThreadScopeBytes`");
        return false;
    }
}
