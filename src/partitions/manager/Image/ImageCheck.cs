// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Checks a system image from end to end before anything is made of it. Every number in it is taken
/// for a claim; after acceptance every reference, range and hash holds.
/// </summary>
public static class ImageCheck
{
    /// <summary>Checks an image.</summary>
    /// <param name="bytes">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(ReadOnlySpan<byte> bytes)
    {
        Verdict verdict = HeaderCheck.Check(bytes);
        if (!verdict.IsAccepted) return verdict;
        var view = new ImageView(bytes);
        verdict = MemoryCheck.Check(in view);
        if (verdict.IsAccepted) verdict = SegmentCheck.Check(in view);
        if (verdict.IsAccepted) verdict = PartitionCheck.Check(in view);
        if (verdict.IsAccepted) verdict = ResourceCheck.Check(in view);
        if (verdict.IsAccepted) verdict = AddressCheck.Check(in view);
        if (verdict.IsAccepted) verdict = OwnershipCheck.Check(in view);
        if (verdict.IsAccepted) verdict = ChannelCheck.Check(in view);
        if (verdict.IsAccepted) verdict = ThreadCheck.Check(in view);
        if (verdict.IsAccepted) verdict = ServerCheck.Check(in view);
        if (verdict.IsAccepted) verdict = FrameWindowCheck.Check(in view);
        if (verdict.IsAccepted) verdict = ScheduleActionCheck.Check(in view);
        if (verdict.IsAccepted) verdict = CapacityCheck.Check(in view);
        return verdict.IsAccepted ? ContentCheck.Check(in view) : verdict;
    }
}
