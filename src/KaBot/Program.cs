using KaBot.Commands;
using KaBot.Web;

// A verb first, or a call for help: a command. Otherwise: the server, with the host's own options.
return args is [var verb, ..] && (!verb.StartsWith('-') || verb is "-h" or "-?" or "--help" or "--version")
    ? await CommandLine.RunAsync(args)
    : await Server.RunAsync(args);
