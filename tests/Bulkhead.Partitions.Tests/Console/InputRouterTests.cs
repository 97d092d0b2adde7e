// SPDX-License-Identifier: MIT
using Bulkhead.Partitions.Console;

namespace Bulkhead.Partitions.Tests.Console;

public sealed class InputRouterTests
{
    private const byte Escape = 1;

    private static InputRouter Router(uint mask, uint focus = 0, uint key = Escape)
    {
        var router = default(InputRouter);
        router.Initialize(mask, focus, key);
        return router;
    }

    [Theory]
    [InlineData(0b1010, 3, 3)]
    [InlineData(0b1010, 0, 1)]
    [InlineData(0b1010, 99, 1)]
    [InlineData(0, 0, -1)]
    [InlineData(0xffff_0000, 17, -1)]
    public void FirstFocus(uint mask, uint wanted, int expected) =>
        Assert.Equal(expected, Router(mask, wanted).Focus);

    [Fact]
    public void OrdinaryBytes_AreDelivered()
    {
        InputRouter router = Router(1);
        Assert.Equal(InputAction.Deliver, router.Feed((byte)'x'));
        Assert.Equal(InputAction.Deliver, router.Feed(0));
        Assert.Equal(InputAction.Deliver, router.Feed(0xff));
    }

    [Fact]
    public void EscapeTwice_IsSent()
    {
        InputRouter router = Router(1);
        Assert.Equal(InputAction.None, router.Feed(Escape));
        Assert.Equal(InputAction.Deliver, router.Feed(Escape));
        Assert.Equal(InputAction.Deliver, router.Feed((byte)'2'));
    }

    [Theory]
    [InlineData('1', 1)]
    [InlineData('2', 3)]
    [InlineData('3', 15)]
    [InlineData('n', 3)]
    [InlineData('\t', 3)]
    public void EscapeAndKey_Switch(char key, int expected)
    {
        InputRouter router = Router(0b1000_0000_0000_1010, 1);
        router.Feed(Escape);
        Assert.Equal(InputAction.Switch, router.Feed((byte)key));
        Assert.Equal(expected, router.Focus);
        Assert.Equal(InputAction.Deliver, router.Feed((byte)'x'));
    }

    [Theory]
    [InlineData('?')]
    [InlineData('4')]
    [InlineData('0')]
    [InlineData('x')]
    public void EscapeAndAnythingElse_Helps(char key)
    {
        InputRouter router = Router(0b1010, 1);
        router.Feed(Escape);
        Assert.Equal(InputAction.Help, router.Feed((byte)key));
        Assert.Equal(1, router.Focus);
    }

    [Fact]
    public void Next_GoesAround()
    {
        InputRouter router = Router(0b1010, 3);
        router.Feed(Escape);
        router.Feed((byte)'n');
        Assert.Equal(1, router.Focus);
    }

    [Fact]
    public void WithoutTerminals_NothingIsDelivered()
    {
        InputRouter router = Router(0);
        Assert.Equal(InputAction.None, router.Feed((byte)'x'));
        router.Feed(Escape);
        Assert.Equal(InputAction.None, router.Feed(Escape));
        router.Feed(Escape);
        Assert.Equal(InputAction.Help, router.Feed((byte)'n'));
    }

    [Theory]
    [InlineData(0, 'A', true)]
    [InlineData(0x1d, ']', true)]
    [InlineData('~', '~', false)]
    [InlineData(300, 'A', true)]
    public void EscapeKey_Names(uint key, char letter, bool isControl)
    {
        InputRouter router = Router(1, 0, key);
        Assert.Equal((byte)letter, router.EscapeLetter);
        Assert.Equal(isControl, router.IsEscapeControl);
    }
}
