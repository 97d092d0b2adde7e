// SPDX-License-Identifier: MIT
namespace Bulkhead.Image;

/// <summary>What the entry code calls after the start. Signatures and names are fixed by
/// entry.S.</summary>
internal static class Entry
{
    [RuntimeExport("fast_call")]
    private static PortalTarget Call(
        ulong selector, ulong descriptor, ref ExecutionContext current, ref KernelState state) =>
        FastPath.Call(ref state, ref current, selector, descriptor);

    [RuntimeExport("fast_reply")]
    private static ReplyTarget Reply(
        ref ExecutionContext current, ulong descriptor, ref KernelState state) =>
        FastPath.Reply<Arm64<Board>>(ref state, ref current, descriptor);

    [RuntimeExport("fast_access")]
    private static PortalTarget Access(
        ref KernelState state, ref ExecutionContext current, ulong syndrome, ulong address,
        ulong page) => Arm64<Board>.Access(ref state, ref current, syndrome, address, page);

    [RuntimeExport("fast_semaphore_up")]
    private static bool SemaphoreUp(
        ulong selector, ref ExecutionContext current, ref KernelState state) =>
        FastPath.SemaphoreUp<Arm64<Board>>(ref state, ref current, selector);

    [RuntimeExport("handle_hypercall")]
    private static ref ExecutionContext Hypercall(
        ref KernelState state, ref ExecutionContext current, ulong number) =>
        ref Dispatcher<Arm64<Board>>.Handle(ref state, ref current, (Hypercall)number);

    [RuntimeExport("handle_synchronous")]
    private static ref ExecutionContext Synchronous(
        ref KernelState state, ref ExecutionContext current, ulong syndrome) =>
        ref Arm64<Board>.Synchronous(ref state, ref current, syndrome);

    [RuntimeExport("handle_interrupt")]
    private static ref ExecutionContext Interrupt(
        ref KernelState state, ref ExecutionContext current) =>
        ref Arm64<Board>.Interrupt(ref state, ref current);

    [RuntimeExport("handle_error")]
    private static ref ExecutionContext SystemError(
        ref KernelState state, ref ExecutionContext current, ulong syndrome) =>
        ref Arm64<Board>.SystemError(ref state, ref current, syndrome);

    [RuntimeExport("handle_kernel_exception")]
    private static void KernelException(ulong syndrome, ulong address, ulong fault) =>
        Arm64<Board>.PanicException(syndrome, address, fault);

    [RuntimeExport("handle_language_failure")]
    private static void LanguageFailure(ulong check, ulong address) =>
        Arm64<Board>.PanicLanguage(check, address);
}
