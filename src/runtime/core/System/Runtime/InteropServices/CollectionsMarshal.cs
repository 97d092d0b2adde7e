// SPDX-License-Identifier: MIT
using System.Collections.Generic;

namespace System.Runtime.InteropServices;

/// <summary>Lists as spans; the C# compiler fills list expressions with it.</summary>
public static class CollectionsMarshal
{
    public static Span<T> AsSpan<T>(List<T>? list) => list is null ? default : list.AsSpan();

    public static void SetCount<T>(List<T> list, int count) => list.SetCount(count);
}
