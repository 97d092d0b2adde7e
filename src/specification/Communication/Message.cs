// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Communication;

/// <summary>A message on its way.</summary>
/// <param name="Descriptor">x1.</param>
/// <param name="Words">x2 to x9. A message of the kernel may have fewer: the server then finds in
/// the other registers what it left there itself.</param>
/// <param name="Utcb">The words that go from message page to message page.</param>
internal readonly record struct Message(
    MessageDescriptor Descriptor, ImmutableArray<ulong> Words, ImmutableArray<ulong> Utcb)
{
    /// <summary>A message page after the message arrived in it.</summary>
    internal ImmutableArray<ulong> Into(ImmutableArray<ulong> page)
    {
        int count = (int)Descriptor.UtcbWords;
        return count == 0 ? page : [.. Utcb.AsSpan(0, count), .. page.AsSpan(count..)];
    }

    /// <summary>x0 to x9 of who gets it.</summary>
    internal ImmutableArray<ulong> Registers(ulong first) =>
        [first, Descriptor.Value, .. Words];
}
