interface ImportMetaEnv { readonly API_ADDRESS: string }
