// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Tests;

public sealed class CommunicationTests
{
    private readonly TestSystem _system = new();

    [Fact]
    public void ACallActivatesTheServerAndAReplyAnswersTheCaller()
    {
        ObjectId server = _system.Server(200, 1, badge: 77);
        _system.Call(Hypercall.Call, 201, 0, 1, 2, 3, 4, 5, 6, 7, 8);
        Assert.Equal(server, _system.State.Running);
        Assert.Equal<ulong>([77, 0, 1, 2, 3, 4, 5, 6, 7, 8], _system.Last.For(server));
        _system.Call(Hypercall.Reply, 0, 0, 9, 8, 7, 6, 5, 4, 3, 2);
        Assert.Equal(_system.Root, _system.State.Running);
        Assert.Equal<ulong>([0, 0, 9, 8, 7, 6, 5, 4, 3, 2], _system.Last.For(_system.Root));
    }

    [Fact]
    public void MessagePagesAreCopiedAsFarAsTheDescriptorSays()
    {
        ObjectId server = _system.Server(200, 1, badge: 0);
        _system.Apply(new MessageWritten(0, 11));
        _system.Apply(new MessageWritten(1, 12));
        _system.Call(Hypercall.Call, 201, 1);
        ImmutableArray<ulong> page = _system.State.Get<NativeThread>(server).Utcb;
        Assert.Equal(11ul, page[0]);
        Assert.Equal(0ul, page[1]);
    }

    [Fact]
    public void WhoeverCallsABusyServerHelpsItAndCallsAgain()
    {
        ObjectId server = _system.Server(200, 1, badge: 0);
        ObjectId low = _system.Thread(210, 2, 10);
        ObjectId high = _system.Thread(220, 3, 20);
        _system.Succeed(Hypercall.CreateSemaphore, 230);
        _system.ParkRoot(231);
        Assert.Equal(high, _system.State.Running);
        _system.Call(Hypercall.SemaphoreDown, 230, 100);
        Assert.Equal(low, _system.State.Running);
        _system.Call(Hypercall.Call, 201, 0, 1);
        _system.Apply(new TimePassed(100));
        Assert.Equal(high, _system.State.Running);
        _system.Call(Hypercall.Call, 201, 0, 2);
        Assert.Equal(server, _system.State.Running);
        Assert.Equal(Activity.Helping, _system.State.Get<NativeThread>(high).Activity);
        _system.Call(Hypercall.Reply);
        Assert.Equal(server, _system.State.Running);
        Assert.Equal(2ul, _system.Last.For(server)[2]);
    }

    [Fact]
    public void AServerCannotCallItself()
    {
        _system.Server(200, 1, badge: 0);
        _system.Call(Hypercall.Call, 201);
        _system.Refuse(Reason.CallCycle, Hypercall.Call, 201);
    }

    [Fact]
    public void TheCallerOfAStoppedServerIsTold()
    {
        _system.Server(200, 1, badge: 0);
        _system.Call(Hypercall.Call, 201);
        _system.Call(Hypercall.Stop, 200);
        Assert.Equal(_system.Root, _system.State.Running);
        Assert.Equal(Status.Aborted, new ResultCode(_system.Last.For(_system.Root)[0]).Status);
        Assert.Equal(Status.Aborted, _system.Call(Hypercall.Call, 201).Status);
    }

    [Fact]
    public void WhoDidNotGetACallCannotReply() =>
        _system.Refuse(Reason.NoCaller, Hypercall.Reply);
}
