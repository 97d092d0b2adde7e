// SPDX-License-Identifier: MIT
namespace System.Runtime.Serialization;

/// <summary>Named by the framework's collections; nothing is serialized, so there is never one.
/// </summary>
public sealed class SerializationInfo
{
    private SerializationInfo()
    {
    }

    public int MemberCount => 0;

    public void AddValue(string name, int value)
    {
    }

    public void AddValue(string name, object? value, Type type)
    {
    }

    public int GetInt32(string name) => 0;

    public object? GetValue(string name, Type type) => null;
}
