// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Longest;

/// <summary>Operations on domains and their memory.</summary>
internal static class DomainOperations
{
    private const MemoryAccess ReadWrite = MemoryAccess.Read | MemoryAccess.Write;
    private const ulong Address = 0x0700_1000, Offset = 0x10_0000, Bytes = 0x10_0000;
    private const ushort TablePages = 40, Objects = 200;
    private const uint ThreadCount = 8, MappingCount = 20, FirstCopy = 20;

    /// <summary>Makes a domain.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Create() => SystemKernel.CreateDomain(
        Places.Domain, Selectors.OwnDomain, new DomainQuota(ushort.MaxValue, ushort.MaxValue));

    /// <summary>Maps 256 pages.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Map() => SystemKernel.Map(
        Selectors.OwnDomain, Places.Memory, Offset, Address, Bytes, ReadWrite);

    /// <summary>Unmaps them.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Unmap() =>
        SystemKernel.Unmap(Selectors.OwnDomain, Address, Bytes);

    /// <summary>Makes a domain with threads, a virtual CPU, a domain that it pays for, mappings,
    /// and a full capability space.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Build()
    {
        ResultCode code = SystemKernel.CreateDomain(
            Places.Domain, Selectors.OwnDomain, new DomainQuota(TablePages, Objects));
        if (code.IsSuccess) code = SystemKernel.CreateDomain(
            Places.Child, Places.Domain, new DomainQuota(2, 2));
        if (code.IsSuccess) code = SystemKernel.CreateVcpu(
            Places.Vcpus, Places.Domain, Places.Exits, 0);
        for (uint number = 0; number < ThreadCount && code.IsSuccess; number++)
        {
            ThreadPlan plan = Crowd.PlanOf(number);
            plan.Domain = Places.Domain;
            plan.FaultPortal = Places.Sink;
            code = SystemKernel.CreateThread(Places.Threads + number, in plan);
        }
        if (code.IsSuccess) code = MapMany();
        for (uint slot = FirstCopy; slot < Limits.SelectorsMax && code.IsSuccess; slot++)
        {
            code = SystemKernel.Delegate(
                Places.Nobody, Places.Domain, slot, Rights.SemaphoreAll);
        }
        return code;
    }

    // The first is a megabyte of pages.
    private static ResultCode MapMany()
    {
        ResultCode code = SystemKernel.Map(
            Places.Domain, Places.Memory, Offset, Address, Bytes, ReadWrite);
        for (ulong number = 1; number <= MappingCount && code.IsSuccess; number++)
        {
            code = SystemKernel.Map(
                Places.Domain, Places.Memory, Offset, Address + (number * 2 * Bytes),
                4 * Limits.PageBytes, ReadWrite);
        }
        return code;
    }
}
