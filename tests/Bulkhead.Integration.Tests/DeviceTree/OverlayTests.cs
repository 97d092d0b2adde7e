// SPDX-License-Identifier: MIT
using Bulkhead.Integration.DeviceTree;

namespace Bulkhead.Integration.Tests.DeviceTree;

public sealed class OverlayTests
{
    // What dtc 1.6 makes (-@) of:
    //   &uart0 { status = "disabled"; };
    //   &{/} {
    //     clk: my-clock { compatible = "fixed-clock"; #clock-cells = <0>;
    //                      clock-frequency = <1000>; };
    //     device@a000000 { compatible = "x,y"; reg = <0 0xa000000 0 0x1000>; clocks = <&clk>;
    //                      interrupt-parent = <&gic>; interrupts = <0 16 4>; };
    //   };
    private const string Compiled = """
        0A3+7QAAA1cAAAA4AAAC2AAAACgAAAARAAAAEAAAAAAAAAB/AAACoAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAFm
        cmFnbWVudEAwAAAAAAADAAAABAAAAAD/////AAAAAV9fb3ZlcmxheV9fAAAAAAMAAAAJAAAAB2Rpc2FibGVkAAAAAAAA
        AAIAAAACAAAAAWZyYWdtZW50QDEAAAAAAAMAAAACAAAADi8AAAAAAAABX19vdmVybGF5X18AAAAAAW15LWNsb2NrAAAA
        AAAAAAMAAAAMAAAAGmZpeGVkLWNsb2NrAAAAAAMAAAAEAAAAJQAAAAAAAAADAAAABAAAADIAAAPoAAAAAwAAAAQAAABC
        AAAAAQAAAAIAAAABZGV2aWNlQGEwMDAwMDAAAAAAAAMAAAAEAAAAGngseQAAAAADAAAAEAAAAEoAAAAACgAAAAAAAAAA
        ABAAAAAAAwAAAAQAAABOAAAAAQAAAAMAAAAEAAAAVf////8AAAADAAAADAAAAGYAAAAAAAAAEAAAAAQAAAACAAAAAgAA
        AAIAAAABX19zeW1ib2xzX18AAAAAAwAAACEAAABxL2ZyYWdtZW50QDEvX19vdmVybGF5X18vbXktY2xvY2sAAAAAAAAA
        AgAAAAFfX2ZpeHVwc19fAAAAAAADAAAAFQAAAHUvZnJhZ21lbnRAMDp0YXJnZXQ6MAAAAAAAAAADAAAAOgAAAHsvZnJh
        Z21lbnRAMS9fX292ZXJsYXlfXy9kZXZpY2VAYTAwMDAwMDppbnRlcnJ1cHQtcGFyZW50OjAAAAAAAAACAAAAAV9fbG9j
        YWxfZml4dXBzX18AAAAAAAAAAWZyYWdtZW50QDEAAAAAAAFfX292ZXJsYXlfXwAAAAABZGV2aWNlQGEwMDAwMDAAAAAA
        AAMAAAAEAAAATgAAAAAAAAACAAAAAgAAAAIAAAACAAAAAgAAAAl0YXJnZXQAc3RhdHVzAHRhcmdldC1wYXRoAGNvbXBh
        dGlibGUAI2Nsb2NrLWNlbGxzAGNsb2NrLWZyZXF1ZW5jeQBwaGFuZGxlAHJlZwBjbG9ja3MAaW50ZXJydXB0LXBhcmVu
        dABpbnRlcnJ1cHRzAGNsawB1YXJ0MABnaWMA
        """;

    [Fact]
    public void Merges_what_dtc_compiles()
    {
        DeviceTreeNode tree = Tree();

        Overlay.Apply(tree, BlobReader.Read(Convert.FromBase64String(Compiled)));

        Assert.Equal("disabled", tree.At("/uart@1")!.Find("status")!.Text);
        DeviceTreeNode device = tree.At("/device@a000000")!;
        Assert.Equal(5u, device.Find("interrupt-parent")!.Cell(0));
        Assert.Equal(tree.At("/my-clock")!.Phandle, device.Find("clocks")!.Cell(0));
        Assert.True(tree.At("/my-clock")!.Phandle > 5);
        Assert.Equal("/my-clock", tree.At("/__symbols__")!.Find("clk")!.Text);
        Assert.Null(tree.At("/__fixups__"));
        uint[] phandles =
            [.. tree.DescendantsAndSelf.Select(node => node.Phandle).OfType<uint>()];
        Assert.Equal(phandles.Distinct(), phandles);
    }

    [Fact]
    public void Gives_a_phandle_to_a_label_that_has_none()
    {
        DeviceTreeNode tree = Tree();
        Overlay.Apply(tree, Fragment("uart0"));
        Assert.Equal(6u, tree.At("/uart@1")!.Phandle);
        Assert.Equal("yes", tree.At("/uart@1")!.Find("x")!.Text);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("broken")]
    public void Refuses_a_label_that_leads_nowhere(string label)
    {
        DeviceTreeException e = Assert.Throws<DeviceTreeException>(
            () => Overlay.Apply(Tree(), Fragment(label)));
        Assert.Contains(label, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_an_overlay_without_fragments() => Assert.Throws<DeviceTreeException>(
        () => Overlay.Apply(Tree(), new DeviceTreeNode("")));

    [Theory]
    [InlineData("/fragment@0:target")]
    [InlineData("/fragment@0:target:x")]
    [InlineData("/fragment@0:target:2")]
    [InlineData("/fragment@0:target:4")]
    [InlineData("/fragment@0:other:0")]
    [InlineData("/fragment@1:target:0")]
    public void Refuses_a_damaged_fixup(string place)
    {
        DeviceTreeNode overlay = Fragment("uart0");
        overlay.Add("__fixups__").SetText("uart0", place);
        Assert.Throws<DeviceTreeException>(() => Overlay.Apply(Tree(), overlay));
    }

    private static DeviceTreeNode Tree()
    {
        DeviceTreeNode tree = new("");
        tree.Add("intc").SetCells("phandle", 5);
        tree.Add("uart@1");
        tree.Add("__symbols__").SetText("gic", "/intc").SetText("uart0", "/uart@1")
            .SetText("broken", "/gone");
        return tree;
    }

    private static DeviceTreeNode Fragment(string label)
    {
        DeviceTreeNode overlay = new("");
        DeviceTreeNode fragment = overlay.Add("fragment@0").SetCells("target", uint.MaxValue);
        fragment.Add("__overlay__").SetText("x", "yes");
        overlay.Add("__fixups__").SetText(label, "/fragment@0:target:0");
        return overlay;
    }
}
