// SPDX-License-Identifier: MIT
using System;

namespace Internal.Runtime;

/// <summary>What a type whose static constructor has failed throws at each use.</summary>
internal static unsafe class ConstructionFailure
{
    private const nint HasArgument = 2;

    /// <summary>Makes the exception, which stays for good; the thread allocates in immortal memory.
    /// </summary>
    /// <param name="code">The constructor, as its context holds it.</param>
    /// <param name="error">What it threw.</param>
    internal static TypeInitializationException Of(nint code, Exception error)
    {
        if ((code & HasArgument) != 0)
            code = *(nint*)(code - HasArgument);
        // What is not known has an empty name.
        ProgramTables.TryPlace((nuint)code, out ProgramTables.Place place);
        // As the framework names them: a nested type by its own name alone.
        ReadOnlySpan<byte> last = place.Type.Last;
        for (int at = 0; at < last.Length; at++)
        {
            if (last[at] != '+')
                continue;
            place.Type.Space = default;
            place.Type.Last = last.Slice(at + 1);
        }
        TypeInitializationException failure = new(TypeNames.Text(in place.Type), error);
        Heap.Retain(failure);
        return failure;
    }
}
