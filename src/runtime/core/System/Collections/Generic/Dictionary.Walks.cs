// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

public partial class Dictionary<TKey, TValue>
{
    public KeyCollection Keys => new(this);

    public ValueCollection Values => new(this);

    ICollection<TKey> IDictionary<TKey, TValue>.Keys => Keys;

    ICollection<TValue> IDictionary<TKey, TValue>.Values => Values;

    IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;

    IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

    ICollection IDictionary.Keys => Keys;

    ICollection IDictionary.Values => Values;

    bool ICollection<KeyValuePair<TKey, TValue>>.IsReadOnly => false;

    bool IDictionary.IsReadOnly => false;

    bool IDictionary.IsFixedSize => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    object? IDictionary.this[object key]
    {
        get => key is TKey own && TryGetValue(own, out TValue? value) ? value : null;
        set => this[(TKey)key] = (TValue)value!;
    }

    void ICollection<KeyValuePair<TKey, TValue>>.Add(KeyValuePair<TKey, TValue> item) =>
        Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<TKey, TValue>>.Contains(KeyValuePair<TKey, TValue> item) =>
        TryGetValue(item.Key, out TValue? value)
        && EqualityComparer<TValue>.Default.Equals(value, item.Value);

    bool ICollection<KeyValuePair<TKey, TValue>>.Remove(KeyValuePair<TKey, TValue> item) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)this).Contains(item) && Remove(item.Key);

    void ICollection<KeyValuePair<TKey, TValue>>.CopyTo(
        KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach (KeyValuePair<TKey, TValue> pair in this)
            array[arrayIndex++] = pair;
    }

    void ICollection.CopyTo(Array array, int index) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)this).CopyTo(
            (KeyValuePair<TKey, TValue>[])array, index);

    void IDictionary.Add(object key, object? value) => Add((TKey)key, (TValue)value!);

    bool IDictionary.Contains(object key) => key is TKey own && ContainsKey(own);

    void IDictionary.Remove(object key)
    {
        if (key is TKey own)
            Remove(own);
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey,
        TValue>>.GetEnumerator() =>
        GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    IDictionaryEnumerator IDictionary.GetEnumerator() => GetEnumerator();

    /// <summary>Walks over the pairs; nothing may be added meanwhile.</summary>
    public struct Enumerator : IEnumerator<KeyValuePair<TKey, TValue>>, IDictionaryEnumerator
    {
        private readonly Dictionary<TKey, TValue> _dictionary;
        private readonly int _version;
        private int _index;
        private KeyValuePair<TKey, TValue> _current;

        internal Enumerator(Dictionary<TKey, TValue> dictionary)
        {
            _dictionary = dictionary;
            _version = dictionary._version;
        }

        public KeyValuePair<TKey, TValue> Current => _current;

        object? IEnumerator.Current => _current;

        DictionaryEntry IDictionaryEnumerator.Entry => new(_current.Key, _current.Value);

        object IDictionaryEnumerator.Key => _current.Key;

        object? IDictionaryEnumerator.Value => _current.Value;

        public bool MoveNext()
        {
            if (_version != _dictionary._version)
            {
                throw new InvalidOperationException("Collection was modified; enumeration "
                    + "operation may not execute.");
            }
            return _dictionary.TryNext(ref _index, out _current);
        }

        void IEnumerator.Reset()
        {
            _index = 0;
            _current = default;
        }

        public void Dispose()
        {
        }
    }

    /// <summary>The keys.</summary>
    public sealed class KeyCollection : ICollection<TKey>, ICollection, IReadOnlyCollection<TKey>
    {
        private readonly Dictionary<TKey, TValue> _dictionary;

        public KeyCollection(Dictionary<TKey, TValue> dictionary) => _dictionary = dictionary;

        public int Count => _dictionary.Count;

        bool ICollection<TKey>.IsReadOnly => true;

        bool ICollection.IsSynchronized => false;

        object ICollection.SyncRoot => _dictionary;

        public bool Contains(TKey item) => _dictionary.ContainsKey(item);

        public void CopyTo(TKey[] array, int index)
        {
            foreach (TKey key in this)
                array[index++] = key;
        }

        void ICollection.CopyTo(Array array, int index) => CopyTo((TKey[])array, index);

        void ICollection<TKey>.Add(TKey item) => throw Derived();

        void ICollection<TKey>.Clear() => throw Derived();

        bool ICollection<TKey>.Remove(TKey item) => throw Derived();

        public Enumerator GetEnumerator() => new(_dictionary);

        IEnumerator<TKey> IEnumerable<TKey>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>Walks over the keys.</summary>
        public struct Enumerator : IEnumerator<TKey>
        {
            private Dictionary<TKey, TValue>.Enumerator _walk;

            internal Enumerator(Dictionary<TKey, TValue> dictionary) => _walk = new(dictionary);

            public readonly TKey Current => _walk.Current.Key;

            readonly object? IEnumerator.Current => Current;

            public bool MoveNext() => _walk.MoveNext();

            void IEnumerator.Reset() => ((IEnumerator)_walk).Reset();

            public readonly void Dispose()
            {
            }
        }
    }

    /// <summary>The values.</summary>
    public sealed class ValueCollection
        : ICollection<TValue>, ICollection, IReadOnlyCollection<TValue>
    {
        private readonly Dictionary<TKey, TValue> _dictionary;

        public ValueCollection(Dictionary<TKey, TValue> dictionary) => _dictionary = dictionary;

        public int Count => _dictionary.Count;

        bool ICollection<TValue>.IsReadOnly => true;

        bool ICollection.IsSynchronized => false;

        object ICollection.SyncRoot => _dictionary;

        bool ICollection<TValue>.Contains(TValue item) => _dictionary.ContainsValue(item);

        public void CopyTo(TValue[] array, int index)
        {
            foreach (TValue value in this)
                array[index++] = value;
        }

        void ICollection.CopyTo(Array array, int index) => CopyTo((TValue[])array, index);

        void ICollection<TValue>.Add(TValue item) => throw Derived();

        void ICollection<TValue>.Clear() => throw Derived();

        bool ICollection<TValue>.Remove(TValue item) => throw Derived();

        public Enumerator GetEnumerator() => new(_dictionary);

        IEnumerator<TValue> IEnumerable<TValue>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>Walks over the values.</summary>
        public struct Enumerator : IEnumerator<TValue>
        {
            private Dictionary<TKey, TValue>.Enumerator _walk;

            internal Enumerator(Dictionary<TKey, TValue> dictionary) => _walk = new(dictionary);

            public readonly TValue Current => _walk.Current.Value;

            readonly object? IEnumerator.Current => Current;

            public bool MoveNext() => _walk.MoveNext();

            void IEnumerator.Reset() => ((IEnumerator)_walk).Reset();

            public readonly void Dispose()
            {
            }
        }
    }

    private static NotSupportedException Derived() => new(
        "Mutating a key collection derived from a dictionary is not allowed.");
}
