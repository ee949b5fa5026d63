namespace Moderation.Web.Demo;

/// <summary>The few colours of all demo pictures, so that a page of them looks like one place.</summary>
internal static class Paint
{
    public const string White = "#ffffff";
    public const string Ink = "#0c2436";
    public const string Night = "#12324a";
    public const string Petrol = "#1d4a66";
    public const string Sea = "#3d7187";
    public const string Mist = "#cfe3ee";
    public const string Sky = "#c9dff0";
    public const string Mint = "#7fd0a6";
    public const string Green = "#3f8f6d";
    public const string Leaf = "#7fa874";
    public const string Forest = "#2a5f49";
    public const string Ochre = "#e9b949";
    public const string Brass = "#8d6a14";
    public const string Amber = "#f0c46a";
    public const string Straw = "#f4e6a2";
    public const string Apricot = "#f3d9b8";
    public const string Coral = "#e9875a";
    public const string Brick = "#c8452e";
    public const string Brown = "#8d5b2c";
    public const string Crust = "#b9793a";
    public const string Bark = "#5b3a29";
    public const string Sand = "#eadfce";
    public const string Stone = "#58717f";
    public const string Pale = "#e2efe6";
    public const string Lilac = "#8193b8";
    public const string Indigo = "#3b5290";
    public const string Plum = "#2b2f4a";
    public const string Rose = "#e8b4a4";
}
