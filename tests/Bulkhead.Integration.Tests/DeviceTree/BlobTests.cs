// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Bulkhead.Integration.DeviceTree;

namespace Bulkhead.Integration.Tests.DeviceTree;

public sealed class BlobTests
{
    [Fact]
    public void Reads_back_what_it_writes()
    {
        DeviceTreeNode root = Sample();

        DeviceTreeNode copy = BlobReader.Read(BlobWriter.Write(root));

        Assert.Equal(Describe(root), Describe(copy));
        Assert.Equal(BlobWriter.Write(root), BlobWriter.Write(copy));
    }

    [Fact]
    public void Writes_the_header_of_the_specification()
    {
        byte[] blob = BlobWriter.Write(Sample());
        uint[] header = [.. Enumerable.Range(0, 10).Select(
            i => BinaryPrimitives.ReadUInt32BigEndian(blob.AsSpan(i * 4)))];
        Assert.Equal(0xd00dfeed, header[0]);
        Assert.Equal((uint)blob.Length, header[1]);
        Assert.Equal(0u, header[2] % 4);
        Assert.Equal(header[2] + header[9], header[3]);
        Assert.Equal(40u, header[4]);
        Assert.Equal((17u, 16u), (header[5], header[6]));
        Assert.Equal(9u, BinaryPrimitives.ReadUInt32BigEndian(
            blob.AsSpan((int)(header[2] + header[9] - 4))));
    }

    [Fact]
    public void Refuses_every_truncation_and_survives_every_flipped_byte()
    {
        byte[] blob = BlobWriter.Write(Sample());
        for (int length = 0; length < blob.Length; length++)
        {
            byte[] truncated = blob[..length];
            Assert.Throws<DeviceTreeException>(() => BlobReader.Read(truncated));
        }

        for (int i = 0; i < blob.Length; i++)
        {
            byte[] damaged = [.. blob];
            damaged[i] ^= 0xff;
            try
            {
                BlobReader.Read(damaged);
            }
            catch (DeviceTreeException)
            {
                // Refused with a reason: good. Anything else fails the test.
            }
        }
    }

    [Fact]
    public void Finds_nodes_by_path_with_and_without_unit_address()
    {
        DeviceTreeNode root = Sample();
        Assert.Same(root, root.At("/"));
        Assert.NotNull(root.At("/a@1/b"));
        Assert.Same(root.At("/a@1/b"), root.At("/a/b"));
        Assert.Null(root.At("/c"));
        root.Add("a@2");
        Assert.Null(root.At("/a"));
    }

    private static DeviceTreeNode Sample()
    {
        DeviceTreeNode root = new("");
        root.SetText("compatible", "x,y", "z").SetFlag("flag").SetCells("#size-cells", 2);
        root.Add("a@1").SetLongs("reg", 0x1_2345_6789, 0x1000).SetBytes("odd", [1, 2, 3])
            .Add("b").SetCells("phandle", 7);
        return root;
    }

    private static string Describe(DeviceTreeNode node) => node.Name
        + string.Concat(node.Properties.Select(p => $"[{p.Name}={Convert.ToHexString(p.Value)}]"))
        + string.Concat(node.Children.Select(child => $"({Describe(child)})"));
}
