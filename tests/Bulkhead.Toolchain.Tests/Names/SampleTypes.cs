// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests.Names;

/// <summary>Types of this assembly whose names are made into symbols and back.</summary>
public static class SampleTypes
{
    /// <summary>Two values of one name come first and last.</summary>
    public enum Level : sbyte
    {
        Below = -1,
        None = 0,
        Zero = 0,
        High = 1,
    }

    /// <summary>Combined.</summary>
    [Flags]
    public enum Sides
    {
        Left = 1,
        Right = 2,
    }

    /// <summary>Its initialiser may run at any time.</summary>
    public static class Early
    {
        public static readonly DateTime Made = DateTime.UtcNow;
    }

    /// <summary>As <see cref="Early"/>, for each argument.</summary>
    public static class EarlyOf<T>
    {
        public static readonly DateTime Made = DateTime.UtcNow;
    }

    /// <summary>Its constructor runs at the first use.</summary>
    public static class Explicit
    {
        public static readonly DateTime Made;

        static Explicit() => Made = DateTime.UtcNow;
    }

    /// <summary>Has a type inside, and overloads.</summary>
    public class Outer<T>
    {
        public class Inner
        {
            public static int Count(T first) => first is null ? 0 : 1;

            public static int Count(T first, T second) => Count(first) + Count(second);

            public static int Count_1(T first) => Count(first);
        }
    }
}
