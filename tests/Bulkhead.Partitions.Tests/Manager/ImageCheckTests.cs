// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Partitions.Manager;

namespace Bulkhead.Partitions.Tests.Manager;

public sealed class ImageCheckTests
{
    private static readonly byte[] _valid = new TestImage().ToBytes();

    private static uint TableBytes => MemoryMarshal.AsRef<SystemImageHeader>(_valid).TableBytes;

    [Fact]
    public void ValidImage_IsAccepted()
    {
        Verdict verdict = ImageCheck.Check(_valid);
        Assert.Equal(
            (Reason.None, ImageItem.Header, 0u), (verdict.Reason, verdict.Item, verdict.Index));
    }

    [Fact]
    public void EveryTruncation_IsRefused()
    {
        for (int length = 0; length < _valid.Length; length += length < TableBytes ? 1 : 61)
        {
            Assert.Equal(Reason.ImageTruncated, ImageCheck.Check(_valid.AsSpan(0, length)).Reason);
        }
    }

    [Fact]
    public void LongerImage_IsRefused() =>
        Assert.Equal(
            Reason.ImageTruncated, ImageCheck.Check([.. _valid, .. new byte[4096]]).Reason);

    [Fact]
    public void EveryFlippedBitOfTheTables_IsRefused()
    {
        byte[] image = [.. _valid];
        for (int bit = 0; bit < TableBytes * 8; bit++)
        {
            image[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(ImageCheck.Check(image).IsAccepted, $"bit {bit}");
            image[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void EveryFlippedByteOfTheContent_IsRefused()
    {
        byte[] image = [.. _valid];
        var view = new TestImage();
        foreach ((ulong offset, ulong bytes) in view.Segments.Skip(2)
            .Select(segment => (segment.ImageOffset, segment.FileBytes))
            .Concat(view.Payloads.Select(payload => (payload.ImageOffset, payload.Bytes))))
        {
            for (ulong at = offset; at < offset + bytes; at += 7)
            {
                image[at] ^= 0x10;
                Assert.Equal(Reason.ImagePayloadHash, ImageCheck.Check(image).Reason);
                image[at] ^= 0x10;
            }
        }
    }

    /// <summary>Before a partition starts again, what it uses is checked, and nothing of
    /// others.</summary>
    [Fact]
    public void FlippedByte_KeepsItsOwnerFromStartingAgain()
    {
        byte[] image = [.. _valid];
        var parts = new TestImage();
        var view = new ImageView(image);
        for (uint index = 0; index < parts.Segments.Count; index++)
        {
            ulong at = parts.Segments[(int)index].ImageOffset;
            image[at] ^= 0x10;
            CheckOwners(in view, ContentCheck.OwnerOf(in view, ImageItem.Segment, index));
            image[at] ^= 0x10;
        }
        for (uint index = 0; index < parts.Payloads.Count; index++)
        {
            ulong at = parts.Payloads[(int)index].ImageOffset;
            image[at] ^= 0x10;
            CheckOwners(in view, ContentCheck.OwnerOf(in view, ImageItem.Payload, index));
            image[at] ^= 0x10;
        }
    }

    private static void CheckOwners(in ImageView view, uint owner)
    {
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            bool isAccepted = ContentCheck.Check(in view, id).IsAccepted;
            Assert.Equal(id != owner, isAccepted);
        }
    }

    [Fact]
    public void ManagersOwnData_MayHaveChanged()
    {
        byte[] image = [.. _valid];
        image[new TestImage().Segments[1].ImageOffset] ^= 1;
        Assert.True(ImageCheck.Check(image).IsAccepted);
    }

    /// <summary>Whoever can compute the hash can write any number: no number may do more than be
    /// refused.</summary>
    [Fact]
    public void EverySealedMutation_IsAnsweredAndNeverThrows()
    {
        ulong[] values =
        [
            0, 1, 2, 3, 7, 8, 0xff, 0xfff, 0x1000, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff,
            0x1_0000_0000, 0x7f_ffff_f000, 0x80_0000_0000, 0x7fff_ffff_ffff_ffff,
            0xffff_ffff_ffff_f000, 0xffff_ffff_ffff_ffff,
        ];
        byte[] image = [.. _valid];
        int acceptedCount = 0;
        for (int at = 0; at + 8 <= TableBytes; at += 4)
        {
            foreach (ulong value in values)
            {
                acceptedCount += CheckMutation(image, at, value, sizeof(ulong));
                acceptedCount += CheckMutation(image, at, value, sizeof(uint));
            }
        }
        // Arguments, priorities, hashes' own words: some numbers may be anything.
        Assert.True(acceptedCount > 0);
    }

    private static int CheckMutation(byte[] image, int at, ulong value, int bytes)
    {
        _valid.AsSpan(0, (int)TableBytes).CopyTo(image);
        byte[] word = BitConverter.GetBytes(value);
        word.AsSpan(0, bytes).CopyTo(image.AsSpan(at));
        TestImage.Seal(image);
        return ImageCheck.Check(image).IsAccepted ? 1 : 0;
    }
}
