// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Every hypercall whose x0 names a capability, with selectors that name none or another
/// kind.</summary>
internal static class SelectorTests
{
    // A capability of each kind that is there from the beginning.
    private const uint Semaphore = Places.Nobody, Portal = Places.EchoPortal;
    private const uint Thread = Places.Tester, Domain = Selectors.OwnDomain;

    internal static void Run()
    {
        Try("call"u8, Hypercall.Call, Semaphore);
        Try("semaphore-up"u8, Hypercall.SemaphoreUp, Portal);
        Try("semaphore-down"u8, Hypercall.SemaphoreDown, Portal);
        Try("map"u8, Hypercall.Map, Semaphore);
        Try("unmap"u8, Hypercall.Unmap, Thread);
        Try("bind-interrupt"u8, Hypercall.BindInterrupt, Semaphore);
        Try("bind-interrupt-to-vcpu"u8, Hypercall.BindInterruptToVcpu, Domain);
        Try("acknowledge-interrupt"u8, Hypercall.AcknowledgeInterrupt, Semaphore);
        Try("virtual-interrupt"u8, Hypercall.VirtualInterrupt, Domain);
        Try("recall"u8, Hypercall.Recall, Portal);
        Try("stop"u8, Hypercall.Stop, Portal);
        Try("console-write"u8, Hypercall.ConsoleWrite, Semaphore);
        Try("shutdown"u8, Hypercall.Shutdown, Domain);
        TryNames("delegate"u8, Hypercall.Delegate);
        TryNames("revoke"u8, Hypercall.Revoke);
        TryNames("discard"u8, Hypercall.Discard);
        TryNew("create-domain"u8, Hypercall.CreateDomain);
        TryNew("create-thread"u8, Hypercall.CreateThread);
        TryNew("create-vcpu"u8, Hypercall.CreateVcpu);
        TryNew("create-scheduling-context"u8, Hypercall.CreateSchedulingContext);
        TryNew("create-portal"u8, Hypercall.CreatePortal);
        TryNew("create-semaphore"u8, Hypercall.CreateSemaphore);
        TryNew("create-segment"u8, Hypercall.CreateSegment);
    }

    private static void Try(ReadOnlySpan<byte> name, Hypercall number, uint otherKind)
    {
        Refuse(name, number, otherKind, Reason.RightMissing);
        TryNames(name, number);
    }

    private static void TryNames(ReadOnlySpan<byte> name, Hypercall number)
    {
        Refuse(name, number, 0, Reason.SlotEmpty);
        Refuse(name, number, Places.Free, Reason.SlotEmpty);
        RefuseFar(name, number);
    }

    private static void TryNew(ReadOnlySpan<byte> name, Hypercall number)
    {
        Refuse(name, number, 0, Reason.SlotZero);
        RefuseFar(name, number);
        Report.Refused(
            name, Status.Busy, Reason.SlotTaken, Raw.Call(number, Places.Nobody));
    }

    // The last ones are small numbers when their upper half is cut off.
    private static void RefuseFar(ReadOnlySpan<byte> name, Hypercall number)
    {
        Refuse(name, number, Limits.SelectorsMax, Reason.SelectorOutOfRange);
        Refuse(name, number, uint.MaxValue, Reason.SelectorOutOfRange);
        Refuse(name, number, ulong.MaxValue, Reason.SelectorOutOfRange);
        Refuse(name, number, 1ul << 63, Reason.SelectorOutOfRange);
        Refuse(name, number, (1ul << 32) | Semaphore, Reason.SelectorOutOfRange);
        Refuse(name, number, (1ul << 32) | Portal, Reason.SelectorOutOfRange);
        Refuse(name, number, (1ul << 16) | Semaphore, Reason.SelectorOutOfRange);
    }

    private static void Refuse(
        ReadOnlySpan<byte> name, Hypercall number, ulong selector, Reason reason) =>
        Report.Refused(
            name, Status.BadCapability, reason, Raw.Call(number, selector));
}
