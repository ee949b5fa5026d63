using Moderation.People;

namespace Moderation.Web.Components;

/// <summary>Keys as somebody chose them, over those that the pages know.</summary>
internal static class PersonalKeys
{
    private static readonly IReadOnlyDictionary<string, KeyAct> Acts = KeyMap.Defaults.ToDictionary(x => x.Value, x => x.Key);

    extension(MyPreferences.Answer? mine)
    {
        /// <summary>For the browser: what a pressed key stands for; empty for nothing.</summary>
        public IReadOnlyDictionary<string, string> Pressed
        {
            get
            {
                var map = (mine?.Keys ?? []).ToDictionary(x => x.Key, x => KeyMap.Defaults[x.Act]);
                foreach (var left in (mine?.Keys ?? []).Select(x => KeyMap.Defaults[x.Act]))
                    map.TryAdd(left, "");
                return map;
            }
        }

        /// <summary>What to press for a key that a page knows; null where it is switched off.</summary>
        public string? Cap(string key) =>
            IsSingle(key) && mine is { SingleLetters: false } ? null
            : Acts.TryGetValue(key, out var act) && mine?.Keys.FirstOrDefault(x => x.Act == act) is { } chosen ? chosen.Key
            : key;
    }

    private static bool IsSingle(string key) => !key.StartsWith("Ctrl+", StringComparison.Ordinal) && key is not ("Enter" or "Escape" or "ArrowUp" or "ArrowDown");
}
