// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime;

/// <summary>What the runtime keeps of a thread; TPIDR_EL0 holds its address.</summary>
/// <remarks>runtime.inc has the same offsets. The records of the main thread and of the server
/// thread on its CPU lie in threads.S, others on top of their threads' stacks.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ThreadRecord
{
    /// <summary>The thread's message page.</summary>
    internal nint Utcb;

    /// <summary>Where the next object's table pointer goes.</summary>
    internal nint AllocationPointer;

    /// <summary>The last place for it.</summary>
    internal nint AllocationLimit;

    /// <summary>Where the barrier begins to ask: the first byte of the outermost scope; of
    /// <see cref="PlacesLow"/> when the thread is in none, all ones before its first.</summary>
    internal nuint ScopesLow;

    /// <summary>Byte behind the thread's scopes; 0 when it is in none.</summary>
    internal nuint ScopesHigh;

    /// <summary>First byte of the innermost scope.</summary>
    internal nuint ScopeLow;

    /// <summary>First byte of its stack. Below it lie a page that is not mapped and
    /// <see cref="ReserveBytes"/> of a second stack, which ends there.</summary>
    internal nuint StackLow;
    internal nuint StackHigh;

    /// <summary>Exceptions in flight, the newest first.</summary>
    internal Exceptions.DispatchRecord* Dispatches;

    /// <summary>Scopes, the innermost first.</summary>
    internal ScopeRecord* Scope;

    private nint _threadStatics;
    private nint _managedThread;

    /// <summary>1 for the main thread, 1 + n for the declared thread n, 8 for the server thread on
    /// the partition's CPU, 9 + n for the one on another CPU n.</summary>
    internal nint Number;

    /// <summary>The next record of all threads that were ever made.</summary>
    internal ThreadRecord* Next;

    /// <summary>Above zero: allocations go to immortal memory.</summary>
    internal nint ImmortalDepth;

    /// <summary>The thread's piece of immortal memory while it is not in use.</summary>
    internal nint ImmortalPointer;

    internal nint ImmortalLimit;

    /// <summary>Where the innermost scope stands while allocations go elsewhere.</summary>
    internal nint ScopePointer;

    /// <summary>Memory that the thread has been given, whether in use or not: for scopes, and from
    /// <see cref="PlacesLow"/> on for exceptions that left one.</summary>
    internal nuint ScopeArea;

    internal nuint ScopeAreaEnd;

    /// <summary>The lowest place for exceptions; scopes end here.</summary>
    internal nuint PlacesLow;

    /// <summary>Most bytes of scopes in use at any time.</summary>
    internal nuint ScopePeakBytes;

    /// <summary>The stack pointer where a collection may begin to look.</summary>
    internal nuint StackPointer;

    /// <summary>Whether it may touch objects now: a <see cref="ThreadState"/>.</summary>
    internal nint State;

    /// <summary>Selector of the semaphore that it waits on; 0 until it has waited.</summary>
    internal nint Semaphore;

    /// <summary>What it waits for, an address: who fulfils it clears it and raises the semaphore;
    /// 0: nothing.</summary>
    internal nint WaitKey;

    /// <summary>Of those that wait for the same, the lowest came first.</summary>
    internal nint WaitTicket;

    /// <summary>Number that the program sees; 0: <see cref="Number"/>.</summary>
    internal nint ManagedId;

    /// <summary>1 while an exception is reported that it does not catch.</summary>
    internal nint IsReporting;

    /// <summary>Bytes of the page below the stack: its end was overrun when one of them is
    /// accessed.</summary>
    internal const int GuardBytes = 0x1000;

    /// <summary>NativeLayout.ReserveStackBytes: for what handles an overflow.</summary>
    internal const int ReserveBytes = 0x2000;

    /// <summary>Whether an address lies in one of the thread's two stacks.</summary>
    internal readonly bool HasOnStack(nuint address) =>
        address >= StackLow - GuardBytes - ReserveBytes && address < StackHigh;

    /// <summary>Whether an address lies in one of the thread's scopes, or in a place for
    /// exceptions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly bool HasInScopes(nuint address) =>
        address >= ScopesLow && address < ScopeAreaEnd;

    /// <summary>Whether new objects go to the innermost scope; otherwise to immortal memory.
    /// </summary>
    internal readonly bool AllocatesInScope => Scope != null && ImmortalDepth == 0;

    internal static ThreadRecord* Current => CurrentRecord();

    internal static int CurrentNumber => (int)CurrentRecord()->Number;

    /// <summary>Number that the program sees of the calling thread.</summary>
    internal static int CurrentId => IdOf(CurrentRecord());

    /// <summary>Number that the program sees of a thread.</summary>
    internal static int IdOf(ThreadRecord* thread) =>
        (int)(thread->ManagedId != 0 ? thread->ManagedId : thread->Number);

    [UnscopedRef]
    internal ref object?[]? ThreadStatics => ref Unsafe.As<nint, object?[]?>(ref _threadStatics);

    [UnscopedRef]
    internal ref object? ManagedThread => ref Unsafe.As<nint, object?>(ref _managedThread);

    [RuntimeImport("bulkhead_thread_record")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ThreadRecord* CurrentRecord();

    [RuntimeImport("bulkhead_yield")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Yield();
}
