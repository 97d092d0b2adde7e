// SPDX-License-Identifier: MIT
namespace System.Runtime.Serialization;

/// <summary>Named by the framework's collections; nothing is serialized.</summary>
public interface IDeserializationCallback
{
    void OnDeserialization(object? sender);
}
