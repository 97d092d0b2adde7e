// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Manager;

/// <summary>Says in words why an image or a request was refused.</summary>
public static class ReasonText
{
    /// <summary>The words.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>ASCII text; empty when the number must do.</returns>
    public static ReadOnlySpan<byte> Of(Reason reason) => reason switch
    {
        Reason.ImageMagic => "not a system image"u8,
        Reason.ImageVersion => "unknown version of the system image"u8,
        Reason.ImageArchitecture => "built for another architecture"u8,
        Reason.ImageBoard => "built for another board"u8,
        Reason.ImageTruncated => "the image is truncated"u8,
        Reason.ImageTableHash => "the tables were altered"u8,
        Reason.ImagePayloadHash => "the bytes were altered"u8,
        Reason.ImageTable => "a table leaves the image"u8,
        Reason.ImageRecord => "impossible value"u8,
        Reason.ImageOverlap => "memory overlaps"u8,
        Reason.ImageOutsideMemory => "outside the board's memory"u8,
        Reason.ImagePayloadTooLarge => "larger than its memory"u8,
        Reason.ImageCapacity => "more than the kernel's capacities"u8,
        Reason.PoolExhausted => "the kernel has no more objects of this kind"u8,
        Reason.ObjectQuota => "object quota exhausted"u8,
        Reason.TableQuota => "table page quota exhausted"u8,
        Reason.CpuMissing => "a CPU is missing"u8,
        Reason.BadCpu => "the CPU does not run"u8,
        Reason.BadSchedule =>
            "a schedule has no window on some CPU, or frames of different length"u8,
        Reason.BadWindow => "a window's CPU, length or flags are impossible"u8,
        Reason.BadTimePartition => "no window is for the time partition"u8,
        Reason.TablePagesExhausted => "the kernel has no more table pages"u8,
        _ => default,
    };
}
