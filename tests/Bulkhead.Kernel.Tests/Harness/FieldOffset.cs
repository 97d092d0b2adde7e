// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Kernel.Tests.Harness;

/// <summary>Where a field is in its struct.</summary>
internal static class FieldOffset
{
    internal static int Of<TWhole, TField>(ref TWhole whole, ref TField field) =>
        (int)Unsafe.ByteOffset(
            ref Unsafe.As<TWhole, byte>(ref whole), ref Unsafe.As<TField, byte>(ref field));
}
