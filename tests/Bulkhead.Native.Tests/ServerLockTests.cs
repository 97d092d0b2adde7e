// SPDX-License-Identifier: MIT
namespace Bulkhead.Native.Tests;

public sealed class ServerLockTests
{
    [Fact]
    public void OneEnters_AndTheNextWhenItIsGivenBack()
    {
        ServerLock gate = default;
        Assert.True(gate.TryEnter());
        Assert.False(gate.TryEnter());
        Assert.False(gate.Spin());
        gate.Exit();
        Assert.True(gate.Spin());
        gate.Exit();
        gate.Enter();
        Assert.False(gate.TryEnter());
    }

    /// <summary>Unprotected, the sum of the two halves would be torn and steps lost.</summary>
    [Fact]
    public async Task Threads_SeeEachOthersWorkWhole()
    {
        const int Rounds = 20_000;
        Shared shared = new();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () => shared.Work(Rounds), CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        Assert.Equal((4 * Rounds, 4 * Rounds, 0), shared.State);
    }

    private sealed class Shared
    {
        private ServerLock _lock;
        private int _first;
        private int _second;
        private int _tornCount;

        public (int First, int Second, int Torn) State => (_first, _second, _tornCount);

        public void Work(int rounds)
        {
            for (int round = 0; round < rounds; round++)
            {
                while (!_lock.Spin()) Thread.Yield();
                if (_first != _second) _tornCount++;
                _first++;
                _second++;
                _lock.Exit();
            }
        }
    }
}
