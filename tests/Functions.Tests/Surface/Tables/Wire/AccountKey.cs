using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables.Wire;

sealed class AccountKey(string account, string key)
{
    readonly byte[] _key = Convert.FromBase64String(key);

    public string Account { get; } = account;

    public string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
