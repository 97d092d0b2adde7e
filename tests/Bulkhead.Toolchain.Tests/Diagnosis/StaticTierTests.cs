// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests.Diagnosis;

/// <summary>Tier 0 has threads, locks and waits of its own, which its refusals name, and handlers
/// of exceptions that nothing leads to are refused although they compile.</summary>
public class StaticTierTests : IClassFixture<StaticTierTests.Waits>
{
    private const string Handlers = """
        using System;
        using System.Runtime;
        using Bulkhead.Native;

        static class Program
        {
            static ulong s_count;

            [RuntimeExport("bulkhead_main")]
            static void Main(ulong argument)
            {
                Guard(argument);
                Filter(argument);
                Close(argument);
            }

            static void Guard(ulong value)
            {
                try
                {
                    s_count = 7 / value;
                }
                catch (Exception)
                {
                    Log.Write("never"u8);
                }
            }

            static void Filter(ulong value)
            {
                try
                {
                    s_count = 8 / value;
                }
                catch when (value == 0)
                {
                    Log.Write("never"u8);
                }
            }

            static void Close(ulong value)
            {
                try
                {
                    s_count = 9 / value;
                }
                finally
                {
                    s_count++;
                }
            }
        }
        """;

    private readonly IReadOnlyList<string> _message;

    public StaticTierTests(Waits waits) => _message = waits.Message;

    [Theory]
    [InlineData(21, "Enclose", "System.Threading.Monitor.Enter", "ThreadLock")]
    [InlineData(25, "Hold", "System.Threading.Lock", "ThreadLock")]
    [InlineData(31, "Await", "System.Threading.Monitor.Wait", "NativeThread.WaitUntil")]
    [InlineData(35, "Open", "System.Threading.ManualResetEvent", "a Semaphore of Bulkhead.Native")]
    [InlineData(40, "Count", "System.Threading.SemaphoreSlim", "a Semaphore of Bulkhead.Native")]
    [InlineData(44, "Cancel", "System.Threading.CancellationToken.get_IsCancellationRequested",
        "NativeThread.Wake")]
    [InlineData(45, "Start", "System.Threading.ThreadStart", "NativeThread.Start")]
    [InlineData(46, "Rest", "System.Threading.Thread.Sleep", "NativeThread.Sleep")]
    [InlineData(47, "Pass", "System.Threading.Thread.Yield", "NativeThread.Start")]
    public void MeansOfTheTierAreNamed(int line, string method, string what, string cure)
    {
        string told = Assert.Single(
            _message, told => told.Contains($"Waits.Program.{method} uses System.Threading."));
        Assert.StartsWith($"  Program.cs({line}): Waits.Program.{method} uses {what}: ", told);
        Assert.Contains(cure, told);
    }

    // It compiles and links: only the exception regions tell.
    [Fact]
    public void HandlerThatNeverRunsIsRefusedWithItsLine()
    {
        IReadOnlyList<string> message = RefusedProgram.Build("gate-tests-handlers", 0, Handlers);
        Assert.Equal(3, message.Count);
        Assert.EndsWith("gate-tests-handlers.csproj does not fit tier 0:", message[0]);
        Assert.Equal("  Program.cs(23): Program.Guard uses catch: tier 0 throws nothing, a failed "
            + "check stops the thread, so that code would never run. Return a status and look at "
            + "it, or say <BulkheadTier>1</BulkheadTier> in the project.", message[1]);
        Assert.StartsWith("  Program.cs(35): Program.Filter uses catch with when: ", message[2]);
    }

    [Fact]
    public void HandlerIsToldTogetherWithWhatDoesNotCompile() => Assert.Contains(
        _message, line => line.StartsWith("  Program.cs(54): Waits.Program.Try uses catch: "));

    /// <summary>One program that waits in all ways of the framework, built once.</summary>
    public sealed class Waits
    {
        private const string Source = """
            using System;
            using System.Runtime;
            using System.Threading;
            using Bulkhead.Native;

            namespace Waits;

            static class Program
            {
                static object s_gate = null!;
                static ulong s_count;

                [RuntimeExport("bulkhead_main")]
                static void Main(ulong argument)
                {
                    Enclose(); Hold(); Await(); Open(); Count(); Start(); Rest(); Pass(); Try();
                    if (Cancel(default)) s_count = 0;
                }
                static void Enclose()
                {
                    lock (s_gate) s_count++;
                }
                static void Hold()
                {
                    Lock held = new();
                    held.Enter();
                }

                static void Await()
                {
                    Monitor.Wait(s_gate);
                }
                static void Open()
                {
                    ManualResetEvent opened = new(false);
                    opened.Set();
                }
                static void Count()
                {
                    SemaphoreSlim places = new(2);
                    places.Wait();
                }

                static bool Cancel(CancellationToken token) => token.IsCancellationRequested;
                static void Start() => new Thread(Enclose).Start();
                static void Rest() => Thread.Sleep(5);
                static void Pass() => Thread.Yield();
                static void Try()
                {
                    try
                    {
                        s_count = 7 / s_count;
                    }
                    catch (DivideByZeroException)
                    {
                        s_count = 0;
                    }
                }
            }
            """;

        public Waits() => Message = RefusedProgram.Build("gate-tests-waits", 0, Source);

        public IReadOnlyList<string> Message { get; }
    }
}
