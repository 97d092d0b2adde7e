// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Virtualization;

/// <summary>What a monitor's reply does to its virtual CPU.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class ExitReply<TAsp> where TAsp : struct, IAsp
{
    private const int Action = Rendezvous<TAsp>.FirstWord;
    private const ExitAction Rare = ExitAction.SetRegisters | ExitAction.InjectAbort
        | ExitAction.InjectUndefined | ExitAction.Wait | ExitAction.Off;

    // All but the register of an access; the plainest: four bytes, zero-extended.
    private const ulong ShapeMask = 31;
    private const ulong PlainWord = 2;

    internal static void Apply(
        ref KernelState state, ref ExecutionContext context, ref ExecutionContext monitor)
    {
        ExitAction action = (ExitAction)monitor.Frame[Action];
        ApplyPlain(ref context, ref context.Vcpu.In(ref state), ref monitor, action);
        if ((action & ExitAction.SetResults) != 0) SetResults(ref context, ref monitor);
        if ((action & Rare) != 0) ApplyRare(ref state, ref context, ref monitor, action);
    }

    /// <summary>The two actions that nearly every reply consists of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void ApplyPlain(
        ref ExecutionContext context, ref VirtualCpu vcpu, ref ExecutionContext monitor,
        ExitAction action)
    {
        if ((action & ExitAction.SetRegister) != 0)
        {
            SetRegister(ref context, vcpu.PendingAccess, monitor.Frame[Action + 1]);
        }
        if ((action & ExitAction.Advance) != 0) TAsp.Advance(ref context);
    }

    /// <summary>Gives words 1 to 4 of a reply to the first four registers.</summary>
    internal static void SetResults(ref ExecutionContext context, ref ExecutionContext server)
    {
        for (int word = 0; word < 4; word++) context.Frame[word] = server.Frame[Action + 1 + word];
    }

    private static void ApplyRare(
        ref KernelState state, ref ExecutionContext context, ref ExecutionContext monitor,
        ExitAction action)
    {
        if ((action & ExitAction.SetRegisters) != 0)
        {
            RegisterGroups groups = (RegisterGroups)monitor.Frame[Action + 5] & RegisterGroups.All;
            TAsp.ImportRegisters(ref state, ref context, ref monitor.Utcb.In(ref state), groups);
        }
        if ((action & (ExitAction.InjectAbort | ExitAction.InjectUndefined)) != 0)
        {
            TAsp.InjectException(
                ref state, ref context, (action & ExitAction.InjectUndefined) != 0);
        }
        if ((action & ExitAction.Off) != 0)
        {
            // A recall that was faster than the answer is for what comes after it.
            ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
            vcpu.StartupPending = context.ReportPending;
            if (context.ReportPending != 0) return;
            context.State = ContextState.Off;
            vcpu.IsOff = 1;
        }
        else if ((action & ExitAction.Wait) != 0) Halt<TAsp>.Enter(ref state, ref context);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SetRegister(ref ExecutionContext context, MmioAccess access, ulong value)
    {
        uint register = access.Register;
        if (register >= 31) return;
        // Nearly always a word that is not extended by its sign.
        bool isPlain = (access.Value & ShapeMask) == PlainWord;
        context.Frame[(int)register] = isPlain ? (uint)value : Extend(access, value);
    }

    // Sign or zero extension of a read (Arm ARM, LDRSB and its kin): to 32 or 64 bits, the rest of
    // the register is zero.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Extend(MmioAccess access, ulong value)
    {
        int bits = 8 << (int)access.SizeLog2;
        if (bits == 64) return value;
        value &= (1ul << bits) - 1;
        if (access.IsSigned && (value >> (bits - 1)) != 0) value |= ulong.MaxValue << bits;
        return access.Is64Bit ? value : (uint)value;
    }
}
