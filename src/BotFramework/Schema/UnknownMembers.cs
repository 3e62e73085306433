using System.Text.Json;
using System.Text.Json.Nodes;

namespace Microsoft.Bot.Schema;

/// <summary>
/// Members of an object that its type does not name: as they were read until somebody wants to see them, as JSON from then on.
/// (An extension data member that is a <see cref="JsonObject"/> would do without this, but the runtime writes such a one with
/// braces in the middle of the object.)
/// </summary>
internal struct UnknownMembers
{
    private IDictionary<string, object> _read;
    private JsonObject _json;

    /// <summary>For the serializer; null when there are none.</summary>
    public IDictionary<string, object> Raw
    {
        readonly get => _json is null ? _read
            : _json.Count == 0 ? null
            : _json.ToDictionary(member => member.Key, object (member) => member.Value, StringComparer.Ordinal);
        set => (_read, _json) = (value, null);
    }

    /// <summary>For everybody else; what is changed here is written.</summary>
    public JsonObject Json
    {
        get
        {
            if (_json is not null) return _json;
            _json = [];
            foreach (var (name, value) in _read ?? new Dictionary<string, object>())
                _json[name] = JsonSerializer.SerializeToNode(value, SchemaJson.Options);
            _read = null;
            return _json;
        }
        set => (_read, _json) = (null, value ?? []);
    }
}
