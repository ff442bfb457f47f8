namespace AesthetixWorkflows.Local.Storage;

/// <summary>The data folder must not be opened by this program now; the message says why, in words for an operator.</summary>
public sealed class StoreRefusedException(string message, Exception? inner = null) : Exception(message, inner);
