// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Qemu;

/// <summary>How a system is run under QEMU.</summary>
/// <param name="BootFile">The bootable file.</param>
/// <param name="MemorySize">Memory of the board, in bytes, whole MiB.</param>
public sealed record QemuOptions(string BootFile, ulong MemorySize)
{
    /// <summary>The processor that is used unless the user says otherwise.</summary>
    public const string DefaultCpu = "cortex-a72";

    /// <summary>Time is one nanosecond an instruction; an idle machine waits for the clock on the
    /// wall.</summary>
    public const string DefaultInstructionCount = "shift=0,sleep=on";

    /// <summary>Processor model, with QEMU's own properties behind commas.</summary>
    public string Cpu { get; init; } = DefaultCpu;

    /// <summary>Processors.</summary>
    public int CpuCount { get; init; } = 1;

    /// <summary>Instruction counting as QEMU's <c>-icount</c> has it; null for none.</summary>
    public string? InstructionCount { get; init; }

    /// <summary>Where the serial line goes, as QEMU's <c>-serial</c> has it.</summary>
    public string Serial { get; init; } = "stdio";

    /// <summary>Whether the machine waits for a debugger on <see cref="DebugPort"/>.</summary>
    public bool WaitsForDebugger { get; init; }

    /// <summary>TCP port of the debugger stub.</summary>
    public int DebugPort { get; init; } = 1234;

    /// <summary>Whether firmware among the further arguments loads the file, not QEMU.</summary>
    public bool HasFirmware { get; init; }

    /// <summary>Further arguments, passed as they are, last.</summary>
    public IReadOnlyList<string> Extra { get; init; } = [];
}
