/** Where the API is: where the app is (""), or, for an app of static files, at the address it was built for. */
export const apiAddress: string = import.meta.env.API_ADDRESS;

/** The whole address of something that the API serves, to be given to another system. */
export const atApi = (path: string) => (apiAddress || location.origin) + path;

const name = "aesthetix-key";

/** The key that was typed in, where the API is elsewhere: a cookie would not be sent there. It is gone with the window. */
export const typedKey = {
  get: () => sessionStorage.getItem(name),
  set: (key: string) => sessionStorage.setItem(name, key),
  forget: () => sessionStorage.removeItem(name),
};
