// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding;

/// <summary>What makes each atomic or ordered access of the kernel an ordering point: the same
/// source, with other classes behind the names <c>Interlocked</c> and <c>Volatile</c>. One CPU at a
/// time goes on in the simulation, so that plain accesses are atomic there.</summary>
internal static class OrderedAccess
{
    /// <summary>The file with the names.</summary>
    internal const string Usings = "Usings.cs";

    /// <summary>The classes.</summary>
    internal const string Source = """
        namespace Bulkhead.Kernel;

        public static class OrderedAccess
        {
            public static System.Action? Reached;
        }

        internal static class OrderedInterlocked
        {
            internal static void MemoryBarrier() => OrderedAccess.Reached?.Invoke();

            internal static uint Increment(ref uint place)
            {
                OrderedAccess.Reached?.Invoke();
                return ++place;
            }

            internal static uint CompareExchange(ref uint place, uint value, uint expected)
            {
                OrderedAccess.Reached?.Invoke();
                uint before = place;
                if (before == expected) place = value;
                return before;
            }

            internal static T Or<T>(ref T place, T value)
                where T : struct, System.Numerics.IBinaryInteger<T>
            {
                OrderedAccess.Reached?.Invoke();
                T before = place;
                place |= value;
                return before;
            }

            internal static T And<T>(ref T place, T value)
                where T : struct, System.Numerics.IBinaryInteger<T>
            {
                OrderedAccess.Reached?.Invoke();
                T before = place;
                place &= value;
                return before;
            }

            internal static uint Exchange(ref uint place, uint value)
            {
                OrderedAccess.Reached?.Invoke();
                uint before = place;
                place = value;
                return before;
            }

            internal static ulong Exchange(ref ulong place, ulong value)
            {
                OrderedAccess.Reached?.Invoke();
                ulong before = place;
                place = value;
                return before;
            }
        }

        internal static class OrderedVolatile
        {
            internal static T Read<T>(ref readonly T place)
                where T : struct
            {
                OrderedAccess.Reached?.Invoke();
                return place;
            }

            internal static void Write(ref byte place, byte value)
            {
                OrderedAccess.Reached?.Invoke();
                place = value;
            }

            internal static void Write(ref uint place, uint value)
            {
                OrderedAccess.Reached?.Invoke();
                place = value;
            }

            internal static void Write(ref ulong place, ulong value)
            {
                OrderedAccess.Reached?.Invoke();
                place = value;
            }
        }
        """;

    /// <summary>The names, given to those classes.</summary>
    /// <param name="usings">Text of the file with the names.</param>
    /// <returns>The text.</returns>
    /// <exception cref="SeedingException">The names are not there.</exception>
    internal static string Rename(string usings)
    {
        string text = usings
            .Replace("System.Threading.Interlocked;", "Bulkhead.Kernel.OrderedInterlocked;",
                StringComparison.Ordinal)
            .Replace("System.Threading.Volatile;", "Bulkhead.Kernel.OrderedVolatile;",
                StringComparison.Ordinal);
        return text.Contains("OrderedInterlocked", StringComparison.Ordinal)
            && text.Contains("OrderedVolatile", StringComparison.Ordinal)
            ? text : throw new SeedingException($"{Usings} names no atomic accesses");
    }
}
