// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>Control registers that go with an execution context, ready to be written at a switch.
/// Their encoding is the architecture package's.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ContextControls
{
    /// <summary>Second-stage root with its address-space identifier (VTTBR_EL2).</summary>
    public ulong TranslationRoot;

    /// <summary>What traps, vector registers above all (CPTR_EL2).</summary>
    public ulong Traps;

    /// <summary>Execution mode: native thread or guest (HCR_EL2).</summary>
    public ulong Mode;

    /// <summary>Stack pointer of a fresh portal activation.</summary>
    public ulong StackTop;
}
