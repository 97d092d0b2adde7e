// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>Who pays for kernel objects.</summary>
internal static class Quota
{
    /// <summary>Whether a domain can pay for one more object.</summary>
    internal static ResultCode Check(ref ProtectionDomain payer) =>
        payer.ObjectsUsed < payer.ObjectsQuota ? ResultCode.Success
            : Outcome.Resources(Reason.ObjectQuota);

    /// <summary>Charges a domain for an object.</summary>
    internal static void Charge(
        ref KernelState state, Link<ProtectionDomain> payer, ref ObjectHeader header)
    {
        header.Payer = payer;
        payer.In(ref state).ObjectsUsed++;
    }

    /// <summary>Ends an object: its payer is credited, and links that remember its generation see
    /// it gone.</summary>
    internal static void Release(ref KernelState state, ref ObjectHeader header)
    {
        if (!header.Payer.IsNone) header.Payer.In(ref state).ObjectsUsed--;
        header.Payer = default;
        header.Root = default;
        header.Kind = ObjectKind.None;
        header.Generation++;
    }
}
