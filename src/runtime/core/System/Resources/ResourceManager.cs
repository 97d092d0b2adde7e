// SPDX-License-Identifier: MIT
namespace System.Resources;

/// <summary>Messages that the framework's own assemblies ask for by key; keys that are not here are
/// their own message.</summary>
public class ResourceManager
{
    public ResourceManager(Type resourceSource)
    {
    }

    public virtual string? GetString(string name) => name switch
    {
        "InvalidOperation_EmptyStack" => "Stack empty.",
        "InvalidOperation_EmptyQueue" => "Queue empty.",
        "InvalidOperation_EnumFailedVersion" =>
            "Collection was modified; enumeration operation may not execute.",
        "InvalidOperation_EnumOpCantHappen" =>
            "Enumeration has either not started or has already finished.",
        "Argument_AddingDuplicate" =>
            "An item with the same key has already been added. Key: {0}",
        "Arg_KeyNotFoundWithKey" => "The given key '{0}' was not present in the dictionary.",
        "LinkedListEmpty" => "The LinkedList is empty.",
        "Arg_ArrayPlusOffTooSmall" => "Destination array is not long enough to copy all the items "
            + "in the collection. Check array index and length.",
        _ => name,
    };
}
