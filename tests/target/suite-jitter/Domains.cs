// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Jitter;

/// <summary>
/// The domains of the measuring threads, of the native attackers and of the guests. Each sees this
/// program's code where the root has it, and only the shared memory that it needs.
/// </summary>
internal static class Domains
{
    private const ushort TablePages = 24, Objects = 64;
    private const MemoryAccess ReadWrite = MemoryAccess.Read | MemoryAccess.Write;

    /// <summary>Creates the domains.</summary>
    /// <param name="image">Address of the system image.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Create(ulong image)
    {
        ResultCode code = MapMemory(Selectors.OwnDomain, Places.Blocks, 0, Places.BlocksBytes);
        if (code.IsSuccess) code = MapCounter(Selectors.OwnDomain);
        if (code.IsSuccess) code = CreateOne(Places.MeasuringDomain, image);
        if (code.IsSuccess) code = MapMemory(
            Places.MeasuringDomain, Places.Blocks, 0, Places.BlocksBytes);
        if (code.IsSuccess) code = CreateOne(Places.AttackDomain, image);
        if (code.IsSuccess) code = MapCounter(Places.AttackDomain);
        if (code.IsSuccess) code = MapUart(Selectors.OwnDomain);
        if (code.IsSuccess) code = MapUart(Places.AttackDomain);
        if (code.IsSuccess) code = CreateOne(Places.GuestDomain, image);
        return code.IsSuccess ? MapCounter(Places.GuestDomain) : code;
    }

    /// <summary>Gives the threads what they ask the kernel with.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Give()
    {
        ResultCode code = GiveMeasuring(Places.Nobody, Rights.SemaphoreDown);
        if (code.IsSuccess) code = GiveMeasuring(Places.Go, Rights.SemaphoreDown);
        if (code.IsSuccess) code = GiveMeasuring(Places.Done, Rights.SemaphoreUp);
        if (code.IsSuccess) code = GiveAttack(
            Places.AttackDomain, Selectors.OwnDomain, Rights.DomainAll);
        if (code.IsSuccess) code = GiveAttack(
            Selectors.System, Selectors.System, Rights.SystemConsole);
        if (code.IsSuccess) code = GiveAttack(
            Places.Memory, AttackSelectors.Memory, Rights.SegmentRead | Rights.SegmentWrite);
        if (code.IsSuccess) code = GiveAttack(
            Places.EchoPortal, AttackSelectors.Echo, Rights.PortalCall);
        if (code.IsSuccess) code = GiveAttack(
            Places.Raised, AttackSelectors.Raised, Rights.SemaphoreDown);
        if (code.IsSuccess) code = GiveAttack(
            Selectors.BootInterrupts, AttackSelectors.Interrupt, Rights.InterruptBind);
        return code.IsSuccess
            ? GiveAttack(Places.Nobody, AttackSelectors.Polled, Rights.SemaphoreDown) : code;
    }

    private static ResultCode GiveMeasuring(uint selector, Rights rights) =>
        SystemKernel.Delegate(selector, Places.MeasuringDomain, selector, rights);

    private static ResultCode GiveAttack(uint source, uint target, Rights rights) =>
        SystemKernel.Delegate(source, Places.AttackDomain, target, rights);

    private static ResultCode CreateOne(uint domain, ulong image)
    {
        ResultCode code = SystemKernel.CreateDomain(
            domain, Selectors.OwnDomain, new DomainQuota(TablePages, Objects));
        return code.IsSuccess ? new RootImage(image).MapCode(domain) : code;
    }

    private static ResultCode MapUart(uint domain) => SystemKernel.Map(
        domain, Places.Uart, 0, Places.UartAddress, Limits.PageBytes, ReadWrite);

    private static ResultCode MapCounter(uint domain) =>
        MapMemory(domain, Places.Counter, Places.CounterOffset, Limits.PageBytes);

    private static ResultCode MapMemory(uint domain, ulong address, ulong offset, ulong bytes) =>
        SystemKernel.Map(domain, Places.Memory, offset, address, bytes, ReadWrite);
}
