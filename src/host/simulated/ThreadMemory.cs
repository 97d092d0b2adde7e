// SPDX-License-Identifier: MIT
namespace Bulkhead.Host.Simulated;

/// <summary>
/// What a thread has made outside and inside of scopes, by the host's own count of allocated bytes.
/// Objects live on the host's heap; nothing but the order of scopes and what they ask for is
/// checked. Counting allocates nothing.
/// </summary>
internal sealed class ThreadMemory
{
    private const int ScopesMax = 64;

    private readonly Place[] _scopes = new Place[ScopesMax];
    private long _begin;
    private long _endedScopeBytes;
    private long _immortalBegin;
    private long _immortalBytes;
    private int _depth;
    private int _immortalDepth;

    private struct Place
    {
        public long Begin;
        public long Limit;
    }

    /// <summary>Most bytes that were ever in use by scopes, measured as they end.</summary>
    public long ScopePeak { get; private set; }

    /// <summary>Bytes that stay for ever.</summary>
    public long Used => Allocated - _begin - _endedScopeBytes - OpenScopeBytes;

    private static long Allocated => GC.GetAllocatedBytesForCurrentThread();

    private long Immortal =>
        _immortalBytes + (_immortalDepth == 0 ? 0 : Allocated - _immortalBegin);

    private long OpenScopeBytes => _depth == 0 ? 0 : Allocated - _scopes[0].Begin - Immortal;

    /// <summary>Begins to count, in the thread itself.</summary>
    public void Begin() => _begin = Allocated;

    /// <summary>Begins a scope.</summary>
    /// <param name="bytesMax">What it asks for; 0: all that is left.</param>
    /// <param name="size">What the thread has for scopes.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="OutOfMemoryException">The thread has less left.</exception>
    public int Enter(long bytesMax, long size)
    {
        long room = _depth == 0 ? size
            : _scopes[_depth - 1].Limit - (Allocated - _scopes[_depth - 1].Begin);
        if (room <= 0 || bytesMax > room || _depth == ScopesMax)
            throw new OutOfMemoryException($"a scope of {bytesMax} bytes where {room} are left");
        _scopes[_depth].Limit = bytesMax == 0 ? room : bytesMax;
        _scopes[_depth].Begin = Allocated;
        if (_depth == 0) _immortalBytes = 0;
        return ++_depth;
    }

    /// <summary>Ends a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <exception cref="InvalidOperationException">It is not the innermost.</exception>
    public void Leave(int scope)
    {
        if (scope != _depth || scope == 0)
        {
            throw new InvalidOperationException(
                "Scopes end in reverse order.");
        }

        long open = OpenScopeBytes;
        ScopePeak = Math.Max(ScopePeak, open);
        if (--_depth == 0) _endedScopeBytes += open;
    }

    /// <summary>Begins to allocate for ever.</summary>
    /// <returns>How deep before.</returns>
    public int ImmortalEnter()
    {
        if (_immortalDepth == 0) _immortalBegin = Allocated;
        return _immortalDepth++;
    }

    /// <summary>Goes back to the scope.</summary>
    /// <param name="place">How deep before.</param>
    public void ImmortalLeave(int place)
    {
        if (place == 0 && _immortalDepth > 0) _immortalBytes += Allocated - _immortalBegin;
        _immortalDepth = place;
    }
}
