// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.Unmap"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class UnmapMemory<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = ObjectArgument.Find(
            ref state, ref current, 0, Rights.DomainMap, out Link<ObjectHeader> found);
        if (!result.IsSuccess) return result;
        Link<ProtectionDomain> domain = found.Reinterpret<ProtectionDomain>();
        Link<Mapping> mapping = Mappings<TAsp>.Find(
            ref state, domain, current.Frame[1], current.Frame[2]);
        if (mapping.IsNone || mapping.In(ref state).Source.IsNone)
        {
            return Outcome.Parameter(Reason.NotMapped);
        }

        if (Dispatcher<TAsp>.LetsIn(ref current)) return Outcome.Again;
        return Mappings<TAsp>.Remove(ref state, mapping) ? ResultCode.Success : Outcome.Again;
    }
}
